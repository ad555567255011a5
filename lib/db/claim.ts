import { AsyncLocalStorage } from 'node:async_hooks'
import { Refusal } from '@/lib/core/access/refusal'

/** A request with an Idempotency-Key while it is served: the row of `idempotency` that it holds. */
export interface Claim {
  tenantId: string
  keyId: string
  key: string
  /** Its own: whoever takes the row over writes another. */
  id: string
}

// On globalThis, as the database: a process may have several module graphs.
const shared = globalThis as typeof globalThis & { postroomClaim?: AsyncLocalStorage<Claim> }
const storage = (shared.postroomClaim ??= new AsyncLocalStorage<Claim>())

/** Runs `work` for this claim: the first transaction of it that writes also notes that it had its effect. */
export const underClaim = <R>(claim: Claim, work: () => Promise<R>): Promise<R> => storage.run(claim, work)

type Query = (text: string, values: string[]) => Promise<unknown[]>

const written = `SELECT 1 WHERE pg_current_xact_id_if_assigned() IS NOT NULL`
const mark = `UPDATE idempotency SET "effectAt" = now() WHERE "tenantId" = $1::uuid AND "keyId" = $2::uuid AND key = $3 AND "claimId" = $4::uuid RETURNING 1`

/**
 * Last statements of each transaction: where it wrote, and for a claim, the claim is marked in it, so that either both are there or
 * neither. A claim that another request has taken over rolls the transaction back.
 */
export async function noteEffect(query: Query): Promise<void> {
  const claim = storage.getStore()
  if (!claim || (await query(written, [])).length === 0) return
  const [setting] = (await query(`SELECT coalesce(current_setting('app.tenant', true), '') AS tenant`, [])) as { tenant: string }[]
  await query(`SELECT set_config('app.tenant', $1, true)`, [claim.tenantId])
  const marked = await query(mark, [claim.tenantId, claim.keyId, claim.key, claim.id])
  if (marked.length === 0) throw new Refusal('conflict', 'This request took so long that another with its Idempotency-Key took its place: ask for its answer with the same key.', [], 1)
  await query(`SELECT set_config('app.tenant', $1, true)`, [setting?.tenant ?? ''])
}
