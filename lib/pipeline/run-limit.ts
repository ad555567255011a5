import { inPlatform, inTenant, queryOf, type Transaction } from '@/lib/db/tenant'
import { log } from '@/lib/log'
import { sendJob } from '@/lib/queue/send'
import { recordAudit } from '@/lib/services/audit/record'
import { readLimits } from '@/lib/services/limit/limits'
import { holdStanding } from '@/lib/services/tenant/standing'
import { processAfresh } from './afresh'
import { databaseFault } from './database-fault'
import { isHeldForLimit } from './hold'
import { lockDelivery } from './rewrite'
import { placeWaiting } from './room'
import { storedMail } from './stored-mail'

const page = 200
/** What one job does; the rest is another's, so that tenants take turns. */
const mostAtOnce = 1000
/** Failures one after the other that are no longer those of single mails. */
const mostFailures = 5

/** A job for each tenant of which mail waits for room. Gives how many. */
export async function wakeWaiting(): Promise<number> {
  const rows = await inPlatform((tx) => tx.$queryRaw<{ tenantId: string }[]>`SELECT "tenantId"::text FROM tenants_over_limit(1000::int)`)
  for (const { tenantId } of rows) await inPlatform((tx) => sendJob(tx, 'limit', { tenantId }, { singletonKey: tenantId }))
  return rows.length
}

/**
 * What waited for room is processed in the order it came, as far as there is room: each message with all its deliveries in one transaction,
 * and once, whoever else does it and wherever this dies. Gives how many messages; throws Fault.
 */
export async function runLimit(tenantId: string, now = new Date(), at: (messageId: string) => void = () => {}): Promise<number> {
  let done = 0
  let failures = 0
  for (let last: string | undefined; ; ) {
    const ids = await waitingAfter(tenantId, last)
    for (const id of ids) {
      try {
        const result = await processWaiting(tenantId, id, now)
        if (result === 'full' || result === 'stopped') return settle(tenantId, done)
        if (result === 'processed') done += 1
        failures = 0
      } catch (error) {
        // A mail that cannot be read now keeps its place, and the clock comes back to it; those behind it need not wait for that.
        log.warn({ err: error, tenantId, messageId: id }, 'a message that waited for room could not be processed')
        if ((failures += 1) >= mostFailures) throw databaseFault('Processing a message that waited for room', error)
      }
      at(id)
      if (done >= mostAtOnce) return settle(tenantId, done, true)
    }
    if (ids.length < page) return settle(tenantId, done)
    last = ids.at(-1)
  }
}

async function settle(tenantId: string, done: number, more = false): Promise<number> {
  if (done > 0)
    await inTenant(tenantId, async (tx) => {
      await recordAudit(tx, { actor: { kind: 'job', id: 'limit' }, tenantId, role: 'owner' }, { verb: 'tenant.heldProcessed', target: { kind: 'tenant', id: tenantId }, after: { processed: done } })
      if (more) await sendJob(tx, 'limit', { tenantId }, { singletonKey: tenantId })
    })
  return done
}

/** By id, which begins with the time at which SES took the mail. */
async function waitingAfter(tenantId: string, last: string | undefined): Promise<string[]> {
  const rows = await inTenant(tenantId, (tx) =>
    tx.limitHold.findMany({ where: { tenantId, ...(last ? { messageId: { gt: last } } : {}) }, orderBy: { messageId: 'asc' }, take: page, select: { messageId: true } }),
  )
  return rows.map((r) => r.messageId)
}

async function processWaiting(tenantId: string, messageId: string, now: Date): Promise<'processed' | 'full' | 'stopped' | 'known'> {
  const held = (tx: Transaction) => tx.delivery.findMany({ where: { tenantId, messageId, disposition: 'held' }, orderBy: { id: 'asc' }, select: { id: true } })
  const mails = new Map<string, Awaited<ReturnType<typeof storedMail>>>()
  for (const { id } of await inTenant(tenantId, held)) mails.set(id, await storedMail(tenantId, id))
  return inTenant(tenantId, async (tx) => {
    if (await holdStanding(async (text, values) => ({ rows: await tx.$queryRawUnsafe<never[]>(text, ...values) }), tenantId)) return 'stopped'
    const [hold] = await tx.$queryRaw<{ bytes: number }[]>`SELECT bytes FROM limit_hold WHERE "tenantId" = ${tenantId}::uuid AND "messageId" = ${messageId}::uuid FOR UPDATE`
    if (!hold) return 'known'
    const { limits } = await readLimits(queryOf(tx), tenantId, now)
    if (!(await placeWaiting(tx, { tenantId, bytes: hold.bytes, limits, now }))) return 'full'
    await tx.limitHold.deleteMany({ where: { tenantId, messageId } })
    // Read anew: a second envelope may have added one since.
    for (const { id: deliveryId } of await held(tx)) {
      const before = await lockDelivery(tx, { tenantId, deliveryId })
      if (!before || !isHeldForLimit(before.disposition, before.reasonCode)) continue
      const stored = mails.get(deliveryId) ?? (await storedMail(tenantId, deliveryId))
      await processAfresh(tx, { tenantId, deliveryId, cause: 'room', before, stored })
    }
    return 'processed'
  })
}
