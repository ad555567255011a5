/** What a tenant may have and use; requests are those of all its API keys to one web process. */
export const limitNames = ['messagesPerDay', 'storageBytes', 'domains', 'members', 'apiPerSecond'] as const
export type LimitName = (typeof limitNames)[number]

/** Those that mail meets: it waits then, and is never refused. Messages are those processed on a UTC day, bytes those of raw mail. */
export const mailLimits = ['messagesPerDay', 'storageBytes'] as const satisfies readonly LimitName[]
export type MailLimit = (typeof mailLimits)[number]

/** Null: as much as there is. */
export type Limits = Record<LimitName, number | null>

/** Bytes of one: limits of storage are typed and told in megabytes. */
export const megabyte = 1_000_000
const gigabyte = 1000 * megabyte

/** Where the operator has said nothing else. */
export const usualLimits: Limits = { messagesPerDay: 1_000_000, storageBytes: 100 * gigabyte, domains: 100, members: 200, apiPerSecond: 200 }

/** Of a tenant's first days: nobody fills the house before he is known. */
export const newcomerLimits: Limits = { messagesPerDay: 2000, storageBytes: 2 * gigabyte, domains: 10, members: 20, apiPerSecond: 100 }
export const newcomerDays = 7

interface Given {
  platform: { usual?: Partial<Limits> | undefined; newcomer?: Partial<Limits> | undefined }
  /** What an operator set for this tenant: it goes before all else. */
  own: Partial<Limits>
  /** Until when it is a newcomer; null: it is none. */
  newUntil: Date | null
}

const less = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.min(a, b))

export function limitsOf({ platform, own, newUntil }: Given, now: Date): Limits {
  const isNew = newUntil !== null && newUntil > now
  const usual = { ...usualLimits, ...platform.usual }
  const newcomer = { ...newcomerLimits, ...platform.newcomer }
  const of = (name: LimitName): number | null => {
    const set = own[name]
    return set !== undefined ? set : isNew ? less(usual[name], newcomer[name]) : usual[name]
  }
  return Object.fromEntries(limitNames.map((name) => [name, of(name)])) as Limits
}

export type LimitState = 'fine' | 'near' | 'reached'

/** From this part of a limit on its tenant is told. */
export const nearAt = 0.8

export function stateOf(used: number, limit: number | null): LimitState {
  if (limit === null) return 'fine'
  return used >= limit ? 'reached' : used >= limit * nearAt ? 'near' : 'fine'
}

/** Whether the use went past the point at which the tenant is told, or past the limit. */
export const crossed = (before: number, after: number, limit: number | null): boolean => stateOf(before, limit) !== stateOf(after, limit)

/** How many more may be had: none below zero; Infinity where there is no limit. */
export const leftOf = (used: number, limit: number | null): number => (limit === null ? Infinity : Math.max(0, limit - used))
