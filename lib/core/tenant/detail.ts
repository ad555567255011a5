/** One tenant as operators see it: names, numbers, states. Never an address that wrote or was written to, nor a word of a mail. */
export interface TenantDetail {
  id: string
  slug: string
  name: string
  createdAt: Date
  suspendedAt: Date | null
  suspendReason: string | null
  deletionAskedAt: Date | null
  deletionDueAt: Date | null
  deletionAskedBy: string | null
  members: { userId: string; name: string; email: string; role: string; since: Date }[]
  domains: { id: string; name: string; status: string; verifiedAt: Date | null; failingAt: Date | null; checkedAt: Date | null }[]
  apiKeys: number
  /** Of UTC days, by where they ended: today, the last 30 days, all time. */
  mail: { today: number; month: number; total: number; held: number }
  lastMail: Date | null
  rulesPublishedAt: Date | null
  /** What operators did to it, the newest first. */
  acts: { at: Date; verb: string; by: string | null; before: unknown; after: unknown }[]
}
