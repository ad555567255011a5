import type { PoolClient } from 'pg'
import { inTenantSql } from '@/lib/db/tenant'

/**
 * An act outside the database is claimed, done, settled. A claim whose worker died can be claimed again once its lease is over; the attempt
 * number is the fence: who lost the claim cannot settle it. For acts that may be done twice (an S3 copy); a send is another matter.
 */
export type Claim = { state: 'claimed'; attempt: number } | { state: 'settled'; result: unknown } | { state: 'held'; attempt: number }

/** Claims `key` for `leaseSeconds`. `held`: another worker has it and its lease runs. */
export function claim(tenantId: string, key: string, leaseSeconds: number): Promise<Claim> {
  return inTenantSql(tenantId, async (client) => {
    const { rows } = await client.query<{ attempt: number }>(
      `INSERT INTO effect ("tenantId", key, state, lease) VALUES ($1, $2, 'claimed', now() + make_interval(secs => $3))
       ON CONFLICT ("tenantId", key) DO UPDATE SET lease = excluded.lease, attempt = effect.attempt + 1
         WHERE effect.state = 'claimed' AND effect.lease < now()
       RETURNING attempt`,
      [tenantId, key, leaseSeconds],
    )
    if (rows[0]) return { state: 'claimed', attempt: rows[0].attempt }
    const found = 'SELECT state, result, attempt FROM effect WHERE "tenantId" = $1 AND key = $2'
    const [row] = (await client.query<{ state: string; result: unknown; attempt: number }>(found, [tenantId, key])).rows
    return row?.state === 'settled' ? { state: 'settled', result: row.result } : { state: 'held', attempt: row?.attempt ?? 1 }
  })
}

/** Settles a claim, in `client`'s transaction. False where the claim was lost to a later attempt. */
export async function settle(client: PoolClient, tenantId: string, key: string, attempt: number, result: object = {}): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE effect SET state = 'settled', result = $4 WHERE "tenantId" = $1 AND key = $2 AND state = 'claimed' AND attempt = $3`,
    [tenantId, key, attempt, JSON.stringify(result)],
  )
  return rowCount === 1
}
