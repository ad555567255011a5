import type { PoolClient } from 'pg'
import { crossed, type Limits, type MailLimit } from '@/lib/core/limit/limits'
import type { Transaction } from '@/lib/db/tenant'

// Where a tenant's mail meets its limits. Its row in tenant_usage is its count and its turnstile: whoever stores a message changes the row in his
// transaction, so that messages of one tenant pass one after the other, each once, and two do not take the last place.

const today = `CASE WHEN u.day >= $3::date THEN u.messages ELSE 0 END`
const met = `limit_met(u."waitsFor", ${today}, u."storageBytes" - u."heldBytes", $2::bigint, $4::bigint, $5::bigint)`

/** $1 tenant, $2 bytes, $3 day, $4 and $5 the limits, $6: it does not wait for room, whatever the limits say. */
export const countMessage = `
  INSERT INTO tenant_usage AS u ("tenantId", day, messages, "storageBytes", "heldMessages", "heldBytes", "waitsFor")
  SELECT $1::uuid, $3::date, (w IS NULL)::int, $2::bigint, (w IS NOT NULL)::int, CASE WHEN w IS NULL THEN 0 ELSE $2::bigint END, w
  FROM (SELECT CASE WHEN NOT $6::boolean THEN limit_met(NULL, 0, 0, $2::bigint, $4::bigint, $5::bigint) END AS w) first
  ON CONFLICT ("tenantId") DO UPDATE SET
    day = greatest(u.day, excluded.day),
    messages = ${today} + ($6::boolean OR ${met} IS NULL)::int,
    "storageBytes" = u."storageBytes" + $2::bigint,
    "heldMessages" = u."heldMessages" + (NOT $6::boolean AND ${met} IS NOT NULL)::int,
    "heldBytes" = u."heldBytes" + CASE WHEN NOT $6::boolean AND ${met} IS NOT NULL THEN $2::bigint ELSE 0 END,
    "waitsFor" = CASE WHEN $6::boolean THEN u."waitsFor" ELSE ${met} END
  RETURNING messages, "storageBytes"::float8 AS bytes, "waitsFor"`

/** A message that waited has its place. No row: there is no room. */
const giveRoom = `
  UPDATE tenant_usage AS u SET
    day = greatest(u.day, $3::date),
    messages = ${today} + 1,
    "heldMessages" = u."heldMessages" - 1,
    "heldBytes" = u."heldBytes" - $2::bigint,
    "waitsFor" = CASE WHEN u."heldMessages" > 1 THEN u."waitsFor" END
  WHERE u."tenantId" = $1::uuid AND limit_met(NULL, ${today}, u."storageBytes" - u."heldBytes", $2::bigint, $4::bigint, $5::bigint) IS NULL
  RETURNING messages`

const stillWaits = `
  UPDATE tenant_usage AS u SET "waitsFor" = limit_met(NULL, ${today}, u."storageBytes" - u."heldBytes", $2::bigint, $4::bigint, $5::bigint)
  WHERE u."tenantId" = $1::uuid AND u."waitsFor" IS DISTINCT FROM limit_met(NULL, ${today}, u."storageBytes" - u."heldBytes", $2::bigint, $4::bigint, $5::bigint)
    AND limit_met(NULL, ${today}, u."storageBytes" - u."heldBytes", $2::bigint, $4::bigint, $5::bigint) IS NOT NULL`

/** The UTC day, as text. */
const dayOf = (now: Date): string => now.toISOString().slice(0, 10)

interface Counted {
  tenantId: string
  bytes: number
  limits: Limits
  now: Date
}

export interface Place {
  /** The limit for which the message waits. */
  waitsFor: MailLimit | null
  /** The tenant is to be told of a limit, or looked at for room. */
  wake: boolean
}

/** Counts a message that is new, in the transaction that stores it. `free`: it waits for something else, so not for room as well. */
export async function takeRoom(client: PoolClient, { tenantId, bytes, limits, now }: Counted, free: boolean): Promise<Place> {
  const { rows } = await client.query<{ messages: number; bytes: number; waitsFor: MailLimit | null }>({
    name: 'count-message',
    text: countMessage,
    values: [tenantId, bytes, dayOf(now), limits.messagesPerDay, limits.storageBytes, free],
  })
  const after = rows[0]!
  const waitsFor = free ? null : after.waitsFor
  const near = crossed(after.messages - 1, after.messages, limits.messagesPerDay) || crossed(after.bytes - bytes, after.bytes, limits.storageBytes)
  return { waitsFor, wake: waitsFor !== null || near }
}

/** Gives a message that waits its place, and says whether there was one; where there was none, the row says for what it waits now. */
export async function placeWaiting(tx: Transaction, { tenantId, bytes, limits, now }: Counted): Promise<boolean> {
  const values = [tenantId, bytes, dayOf(now), limits.messagesPerDay, limits.storageBytes]
  const placed = await tx.$queryRawUnsafe<{ messages: number }[]>(giveRoom, ...values)
  if (placed.length > 0) return true
  await tx.$executeRawUnsafe(stillWaits, ...values)
  return false
}
