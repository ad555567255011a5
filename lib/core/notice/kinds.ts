/** What the product's notices are about: what a person can ask not to be told by mail. */
const noticeGroups = ['domains', 'limits', 'members', 'webhooks', 'account', 'platform'] as const
type NoticeGroup = (typeof noticeGroups)[number]

interface Kind {
  group: NoticeGroup
  /** Somebody may act against the reader, or mail stops: it is sent whatever the reader prefers. */
  always?: true
}

/** Every notice that the product sends. What is not written here is not sent. */
const noticeKinds = {
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
  impersonated: { group: 'account', always: true },
  keyRotated: { group: 'platform' },
  identitiesNear: { group: 'platform' },
} as const satisfies Record<string, Kind>

export type NoticeKind = keyof typeof noticeKinds
const kinds: Record<NoticeKind, Kind> = noticeKinds

const groupOf = (kind: NoticeKind): NoticeGroup => kinds[kind].group

/** Whether a reader who does not want this group gets the notice nevertheless. */
const isAlwaysSent = (kind: NoticeKind): boolean => kinds[kind].always ?? false
