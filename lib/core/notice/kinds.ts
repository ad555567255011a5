import type { Role } from '@/lib/core/access/matrix'

/** What the product's notices are about: what a person can ask not to be told by mail. */
type NoticeGroup = 'domains' | 'limits' | 'members' | 'webhooks' | 'account' | 'platform'

interface Kind {
  group: NoticeGroup
  /** Somebody may act against the reader, or mail stops: it is sent whatever the reader prefers. */
  always?: true
}

/** Every notice that the product sends. What is not written here is not sent. */
export const noticeKinds = {
  domainExpired: { group: 'domains' },
  domainFailing: { group: 'domains', always: true },
  domainLapsed: { group: 'domains', always: true },
  domainRecovered: { group: 'domains' },
  domainTaken: { group: 'domains', always: true },
  consentAsked: { group: 'domains' },
  consentAnswered: { group: 'domains' },
  limitNear: { group: 'limits' },
  limitReached: { group: 'limits', always: true },
  apiKeyEnding: { group: 'account' },
  memberChanged: { group: 'members' },
  ownershipMoved: { group: 'members', always: true },
  webhookDisabled: { group: 'webhooks' },
  tenantSuspended: { group: 'account', always: true },
  tenantResumed: { group: 'account' },
  tenantDeletion: { group: 'account', always: true },
  exportReady: { group: 'account' },
  exportFailed: { group: 'account' },
  impersonated: { group: 'account', always: true },
  keyRotated: { group: 'platform', always: true },
  identitiesNear: { group: 'platform' },
} as const satisfies Record<string, Kind>

export type NoticeKind = keyof typeof noticeKinds

/** Whether a reader can switch it off. */
export const isOptional = (kind: NoticeKind): boolean => !('always' in noticeKinds[kind])

const kinds = Object.keys(noticeKinds) as NoticeKind[]
/** What is sent to any member, when it is about himself. */
const ofMembers: readonly NoticeKind[] = ['memberChanged']

/** The kinds that somebody with this role can get. */
export function kindsFor(role: Role | 'operator'): NoticeKind[] {
  const platform = (kind: NoticeKind) => noticeKinds[kind].group === 'platform'
  if (role === 'operator') return kinds.filter(platform)
  if (role === 'owner' || role === 'admin') return kinds.filter((kind) => !platform(kind))
  return [...ofMembers]
}
