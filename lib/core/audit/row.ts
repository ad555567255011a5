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

/** A row as the API and an export tell it. */
export const auditEntry = (r: AuditRow) => ({
  id: r.id,
  at: r.at.toISOString(),
  actor: { kind: r.actorKind, id: r.actorId, name: r.actorName, address: r.actorAddress },
  verb: r.verb,
  target: { kind: r.targetKind, id: r.targetId, name: r.targetName },
  before: r.before,
  after: r.after,
  ip: r.ip,
})
