import { randomBytes, randomInt } from 'node:crypto'

export type Status = 'Pending' | 'Success' | 'Failed' | 'TemporaryFailure' | 'NotStarted'
export const notificationTypes = ['Bounce', 'Complaint', 'Delivery'] as const
export type NotificationType = (typeof notificationTypes)[number]

/** An address or domain of the account, as stored. */
export interface Identity {
  name: string
  kind: 'EmailAddress' | 'Domain'
  status: Status
  requestedAt: Date
  token: string
  dkim: { enabled: boolean; status: Status; tokens: string[]; requestedAt?: Date }
  mailFrom?: { domain: string; status: Status; onMxFailure: string; requestedAt: Date }
  topics: Partial<Record<NotificationType, string>>
  headersIn: Partial<Record<NotificationType, boolean>>
  forwarding: boolean
}

/** Verification ends in Failed after this time without the records (DG:verify-addresses-and-domains). */
export const VERIFICATION_HOURS = 72

export const newIdentity = (name: string, now: Date): Identity => ({
  name,
  kind: name.includes('@') ? 'EmailAddress' : 'Domain',
  status: 'Pending',
  requestedAt: now,
  token: randomBytes(32).toString('base64'),
  dkim: { enabled: false, status: 'NotStarted', tokens: [] },
  topics: {},
  headersIn: {},
  forwarding: true,
})

const base36 = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** Easy DKIM's three selectors. */
export const newDkimTokens = (): string[] =>
  Array.from({ length: 3 }, () => Array.from({ length: 32 }, () => base36[randomInt(base36.length)]).join(''))

/** A domain covers its sub-domains, an address its own; the names to look up, nearest first. */
export function covering(addressOrDomain: string): string[] {
  const name = addressOrDomain.trim().toLowerCase()
  const at = name.lastIndexOf('@')
  const labels = name.slice(at + 1).split('.')
  const domains = labels.slice(0, -1).map((_, i) => labels.slice(i).join('.'))
  return at > 0 ? [name, ...domains] : domains
}
