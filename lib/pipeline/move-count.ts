import type { Transaction } from '@/lib/db/tenant'

/** A delivery's end has changed: so do the counts of its day and hour. In the take-in's order, days first and each by disposition, so that two transactions never wait for each other. */
export async function moveCount(tx: Transaction, tenantId: string, { disposition: from, receivedAt }: { disposition: string; receivedAt: Date }, to: string): Promise<void> {
  if (from === to) return
  const moves = [{ disposition: from, n: -1 }, { disposition: to, n: 1 }].sort((a, b) => (a.disposition < b.disposition ? -1 : 1))
  for (const { disposition, n } of moves)
    await tx.$executeRaw`
      INSERT INTO day_count ("tenantId", day, direction, disposition, n)
      VALUES (${tenantId}::uuid, (${receivedAt}::timestamptz AT TIME ZONE 'UTC')::date, 'in', ${disposition}, ${n})
      ON CONFLICT ("tenantId", day, direction, disposition) DO UPDATE SET n = day_count.n + excluded.n`
  for (const { disposition, n } of moves)
    await tx.$executeRaw`
      INSERT INTO hour_count ("tenantId", hour, direction, disposition, n)
      VALUES (${tenantId}::uuid, date_trunc('hour', ${receivedAt}::timestamptz, 'UTC'), 'in', ${disposition}, ${n})
      ON CONFLICT ("tenantId", hour, direction, disposition) DO UPDATE SET n = hour_count.n + excluded.n`
}
