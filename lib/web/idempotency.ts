import { createHash } from 'node:crypto'
import { Refusal } from '@/lib/core/access/refusal'
import { inTenantSql } from '@/lib/db/tenant'
import type { KeyHolder } from '@/lib/services/api-key/find'

// Idempotency-Key (draft-ietf-httpapi-idempotency-key-header-07): the first request claims the key, its success is kept for 24 hours
// and given again to the same request. A refusal changes nothing, so it frees the key. A process that dies in between leaves its
// claim, which the same request may take over after two minutes; until then it is told to wait.

const operators = '00000000-0000-0000-0000-000000000000'
const kept = ['content-type', 'etag', 'location']

interface Stored {
  requestHash: string
  status: number | null
  headers: Record<string, string> | null
  body: string | null
  abandoned: boolean
}

const clear = `DELETE FROM idempotency WHERE "tenantId" = $1 AND "createdAt" < now() - interval '24 hours'`
const claim = `INSERT INTO idempotency ("tenantId", "keyId", key, "requestHash") VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING key`
const look = `SELECT "requestHash", status, headers, body, "createdAt" < now() - interval '2 minutes' AS abandoned FROM idempotency
  WHERE "tenantId" = $1 AND "keyId" = $2 AND key = $3 FOR UPDATE`
const takeOver = `UPDATE idempotency SET "createdAt" = now() WHERE "tenantId" = $1 AND "keyId" = $2 AND key = $3`
const settle = `UPDATE idempotency SET status = $4, headers = $5, body = $6 WHERE "tenantId" = $1 AND "keyId" = $2 AND key = $3`
const free = `DELETE FROM idempotency WHERE "tenantId" = $1 AND "keyId" = $2 AND key = $3`

/**
 * Runs `work` once for this key and request. Throws Refusal `invalid` for a malformed key, `conflict` where the key was used with
 * another request or where the first request still runs.
 */
export async function once(holder: KeyHolder, key: string, request: { method: string; path: string; body: Buffer }, work: () => Promise<Response>): Promise<Response> {
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new Refusal('invalid', 'Idempotency-Key must have 1 to 255 printable ASCII characters without spaces.')
  const tenantId = holder.kind === 'tenant' ? holder.ctx.tenantId : operators
  const at = [tenantId, holder.keyId, key]
  const requestHash = createHash('sha256').update(`${request.method} ${request.path}\n`).update(request.body).digest('hex')

  const earlier = await inTenantSql(tenantId, async (client) => {
    await client.query(clear, [tenantId])
    if ((await client.query(claim, [...at, requestHash])).rowCount) return null
    const row = (await client.query<Stored>(look, at)).rows[0]
    if (row?.requestHash === requestHash && row.status === null && row.abandoned) {
      await client.query(takeOver, at)
      return null
    }
    // The row went between the two statements: the first request has just been refused.
    return row ?? ({ requestHash, status: null } as Stored)
  })
  if (earlier && earlier.requestHash !== requestHash) throw new Refusal('conflict', 'This Idempotency-Key was used with another request: make a new one.')
  if (earlier && earlier.status === null) throw new Refusal('conflict', 'The first request with this Idempotency-Key still runs: wait and try again.', [], 1)
  if (earlier) return new Response(earlier.body, { status: earlier.status!, headers: { ...earlier.headers, 'idempotency-replayed': 'true' } })

  const release = () => inTenantSql(tenantId, (client) => client.query(free, at))
  try {
    const response = await work()
    if (!response.ok) {
      await release()
      return response
    }
    const body = await response.clone().text()
    const headers = Object.fromEntries(kept.flatMap((name) => (response.headers.has(name) ? [[name, response.headers.get(name)]] : [])))
    await inTenantSql(tenantId, (client) => client.query(settle, [...at, response.status, headers, body]))
    return response
  } catch (error) {
    await release()
    throw error
  }
}
