import { suspensionOf, type StandingRow, type Suspension } from '@/lib/core/tenant/standing'

// Whoever changes how a tenant stands waits for the mail that is being stored, and the mail for him: so that a resume finds every mail that was held.
const key = `hashtextextended('postroom standing ' || $1::text, 0)`

interface Query {
  (text: string, values: unknown[]): Promise<{ rows: unknown[] }>
}

/** Before a change of standing, in its transaction. */
export const lockStanding = (query: Query, tenantId: string): Promise<unknown> => query(`SELECT 1 FROM (SELECT pg_advisory_xact_lock(${key})) l`, [tenantId])

/**
 * How the tenant stands until this transaction, of the tenant, ends: `gone` where there is none, or it is being erased. For the worker's acts:
 * asked at the last moment before each.
 */
export async function holdStanding(query: Query, tenantId: string): Promise<Suspension | 'gone' | undefined> {
  // Two statements: one alone would read what stood before the lock was had.
  await query(`SELECT 1 FROM (SELECT pg_advisory_xact_lock_shared(${key})) l`, [tenantId])
  const { rows } = await query('SELECT "suspendedAt", "suspendReason", "deletionAskedAt", "deletionDueAt", "erasingAt" FROM tenant WHERE id = $1::uuid', [tenantId])
  const row = rows[0] as (StandingRow & { erasingAt: Date | null }) | undefined
  return !row || row.erasingAt ? 'gone' : suspensionOf(row)
}
