import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { config } from '@/lib/config'
import { Refusal } from '@/lib/core/access/refusal'
import { seal, unseal } from '@/lib/core/account/seal'
import { sealedUses } from '@/lib/core/sealing/uses'
import { underClaim } from '@/lib/db/claim'
import { inTenantSql } from '@/lib/db/tenant'
import type { KeyHolder } from '@/lib/services/api-key/find'
import { problemOf } from './problem'

// Idempotency-Key (draft-ietf-httpapi-idempotency-key-header-07): the first request claims the key, its answer is kept for 24 hours
// and given again to the same request. The transaction that has the effect marks the claim (lib/db/claim.ts), so that nothing is done
// twice, wherever a process dies: a claim without the mark may be taken over after two minutes, one with it may not. A refusal that
// changed nothing frees the key.

const operators = '00000000-0000-0000-0000-000000000000'
const kept = ['content-type', 'etag', 'location']

interface Stored {
  requestHash: string
  status: number | null
  headers: Record<string, string> | null
  body: Buffer | null
  done: boolean
  abandoned: boolean
}

const clear = `DELETE FROM idempotency WHERE "tenantId" = $1 AND "createdAt" < now() - interval '24 hours'`
const claim = `INSERT INTO idempotency ("tenantId", "keyId", key, "claimId", "requestHash") VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING key`
const look = `SELECT "requestHash", status, headers, body, "effectAt" IS NOT NULL AS done, "createdAt" < now() - interval '2 minutes' AS abandoned
  FROM idempotency WHERE "tenantId" = $1 AND "keyId" = $2 AND key = $3 FOR UPDATE`
const takeOver = `UPDATE idempotency SET "createdAt" = now(), "claimId" = $4 WHERE "tenantId" = $1 AND "keyId" = $2 AND key = $3`
const settle = `UPDATE idempotency SET status = $5, headers = $6, body = $7 WHERE "tenantId" = $1 AND "keyId" = $2 AND key = $3 AND "claimId" = $4`
const free = `DELETE FROM idempotency WHERE "tenantId" = $1 AND "keyId" = $2 AND key = $3 AND "claimId" = $4 AND "effectAt" IS NULL`

/** Some answers tell a secret once: they are kept sealed, bound to their claim. */
const sealingKeys = () => config().deriveKeys(sealedUses.idempotency)

/**
 * Runs `work` once for this key and request. Throws Refusal `invalid` for a malformed key, `conflict` where the key was used with
 * another request, where the first request still runs, and where it was done but its answer was lost.
 */
export async function once(holder: KeyHolder, key: string, request: { method: string; path: string; body: Buffer }, work: () => Promise<Response>): Promise<Response> {
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new Refusal('invalid', 'Idempotency-Key must have 1 to 255 printable ASCII characters without spaces.')
  const tenantId = holder.kind === 'tenant' ? holder.ctx.tenantId : operators
  const id = randomUUID()
  const at = [tenantId, holder.keyId, key]
  const bound = at.join(' ')
  const requestHash = createHash('sha256').update(`${request.method} ${request.path}\n`).update(request.body).digest('hex')

  const earlier = await inTenantSql(tenantId, async (client) => {
    await client.query(clear, [tenantId])
    if ((await client.query(claim, [...at, id, requestHash])).rowCount) return null
    const row = (await client.query<Stored>(look, at)).rows[0]
    if (row?.requestHash === requestHash && row.status === null && !row.done && row.abandoned) {
      await client.query(takeOver, [...at, id])
      return null
    }
    // The row went between the two statements: the first request has just been refused.
    return row ?? ({ requestHash, status: null } as Stored)
  })
  if (earlier) return again(earlier, requestHash, bound)

  const settled = async (response: Response): Promise<Response> => {
    const body = seal(sealingKeys()[0]!, randomBytes(12), bound, await response.clone().text())
    const headers = Object.fromEntries(kept.flatMap((name) => (response.headers.has(name) ? [[name, response.headers.get(name)]] : [])))
    await inTenantSql(tenantId, (client) => client.query(settle, [...at, id, response.status, headers, body]))
    return response
  }
  /** Whether nothing was changed, so that the key is free again. */
  const freed = async () => ((await inTenantSql(tenantId, (client) => client.query(free, [...at, id]))).rowCount ?? 0) > 0
  const response = await underClaim({ tenantId, keyId: holder.keyId, key, id }, work).catch(async (error: unknown) => {
    if (await freed()) throw error
    return problemOf(error)
  })
  return response.ok || !(await freed()) ? settled(response) : response
}

/** The answer to a request whose key was used before. */
function again(earlier: Stored, requestHash: string, bound: string): Response {
  if (earlier.requestHash !== requestHash) throw new Refusal('conflict', 'This Idempotency-Key was used with another request: make a new one.')
  if (earlier.status === null && earlier.done && earlier.abandoned)
    throw new Refusal('conflict', 'The request with this Idempotency-Key was carried out, but its answer was lost: look at what is there, and use a new key for anything more.')
  if (earlier.status === null) throw new Refusal('conflict', 'The first request with this Idempotency-Key still runs: wait and try again.', [], 1)
  const body = unseal(sealingKeys(), bound, earlier.body ?? Buffer.alloc(0))
  if (body === undefined) throw new Refusal('conflict', 'The request with this Idempotency-Key was carried out, but its answer can no longer be opened: look at what is there.')
  return new Response(body || null, { status: earlier.status, headers: { ...earlier.headers, 'idempotency-replayed': 'true' } })
}
