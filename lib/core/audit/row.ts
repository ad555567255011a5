import type { ActorKind } from '@/lib/core/access/actor'

/** A row of the audit with the names that stand there now. */
export interface AuditRow {
  id: string
  at: Date
  actorKind: ActorKind
  actorId: string | null
  /** Null where there is no such user or key any more, and for jobs. */
  actorName: string | null
  actorAddress: string | null
  /** Its account was deleted by its owner. */
  actorDeleted: boolean
  verb: string
  targetKind: string
  targetId: string | null
  targetName: string | null
  before: unknown
  after: unknown
  ip: string | null
}
