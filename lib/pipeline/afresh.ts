import { Fault } from '@/lib/core/fault'
import type { Transaction } from '@/lib/db/tenant'
import { decideDelivery } from './decide'
import { afreshStep } from './hold'
import { rewriteDelivery, type Before } from './rewrite'
import { publishedRules } from './rules'
import type { storedMail } from './stored-mail'

interface Held {
  tenantId: string
  deliveryId: string
  /** What made it so. */
  cause: 'resumed' | 'room'
  /** The row, locked. */
  before: Before
  /** Read before the transaction. */
  stored: Awaited<ReturnType<typeof storedMail>>
}

/** Processes a delivery that was held as if it came now, by the rules as they are now. In a transaction of the tenant; throws Fault. */
export async function processAfresh(tx: Transaction, { tenantId, deliveryId, cause, before, stored }: Held): Promise<void> {
  if (!stored) throw new Fault('permanent', 'The delivery that was held is not there.')
  const query = async (text: string, values: unknown[]) => ({ rows: await tx.$queryRawUnsafe<never[]>(text, ...values) })
  const published = await publishedRules(query, tenantId)
  const decided = decideDelivery({ ...stored, ...published })
  const last = await tx.trace.findFirst({ where: { tenantId, deliveryId }, orderBy: { run: 'desc' }, select: { run: true } })
  const run = (last?.run ?? 0) + 1
  await rewriteDelivery(tx, { tenantId, deliveryId, run, cause }, before, { ...decided, steps: [afreshStep[cause](), ...decided.steps], version: published.version })
}
