/** What the tenant's row says of how it stands. */
export interface StandingRow {
  suspendedAt: Date | null
  suspendReason: string | null
  deletionAskedAt: Date | null
  deletionDueAt: Date | null
}

/** Why nothing leaves the tenant, mail that comes is held, and nobody of it writes. */
export interface Suspension {
  /** An operator stopped it, or it is to be deleted; where both hold, the operator's word comes first. */
  by: 'operator' | 'deletion'
  since: Date
  /** The operator's words. */
  reason: string | null
  /** When it is deleted, where that was asked for. */
  deletionDueAt: Date | null
}

/** Undefined for a tenant that is in use. */
export function suspensionOf({ suspendedAt, suspendReason, deletionAskedAt, deletionDueAt }: StandingRow): Suspension | undefined {
  if (suspendedAt) return { by: 'operator', since: suspendedAt, reason: suspendReason, deletionDueAt }
  if (deletionAskedAt) return { by: 'deletion', since: deletionAskedAt, reason: null, deletionDueAt }
  return undefined
}
