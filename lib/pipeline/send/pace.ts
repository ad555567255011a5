import { setTimeout as sleep } from 'node:timers/promises'
import { database } from '@/lib/db/client'

/** Waits for this send's turn: all processes share one row, so that together they keep to SES's rate. */
export async function takeTurn(perSecond: number): Promise<void> {
  const { rows } = await database().pool.query<{ wait: number }>(
    `INSERT INTO send_pace AS p (key, "nextAt") VALUES ('ses', now() + make_interval(secs => $1))
     ON CONFLICT (key) DO UPDATE SET "nextAt" = greatest(p."nextAt", clock_timestamp()) + make_interval(secs => $1)
     RETURNING greatest(0, extract(epoch FROM "nextAt" - clock_timestamp())::float8 - $1) AS wait`,
    [1 / perSecond],
  )
  const wait = rows[0]?.wait ?? 0
  if (wait > 0.001) await sleep(wait * 1000)
}
