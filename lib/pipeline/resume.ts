import { z } from 'zod'
import { isTransient } from '@/lib/core/fault'
import { inTenant } from '@/lib/db/tenant'
import { log } from '@/lib/log'
import { recordAudit } from '@/lib/services/audit/record'
import { holdStanding } from '@/lib/services/tenant/standing'
import { processAfresh } from './afresh'
import { databaseFault } from './database-fault'
import { isHeldForTenant } from './hold'
import { lockDelivery } from './rewrite'
import { storedMail } from './stored-mail'

export const ResumeJob = z.object({ tenantId: z.uuid() })
export type ResumeJob = z.infer<typeof ResumeJob>

const page = 200

/**
 * The tenant is in use again: what was held for its sake is processed in the order it came, each delivery in one transaction of its own, and once,
 * whoever else looks at it and wherever this dies. Ends early where the tenant is stopped again. Gives how many; throws Fault, when all were tried.
 */
export async function runResume({ tenantId }: ResumeJob, at: (deliveryId: string) => void = () => {}): Promise<number> {
  let done = 0
  let worst: unknown
  for (let last: string | undefined; ; ) {
    const ids = await heldAfter(tenantId, last)
    if (ids.length === 0) break
    for (const id of ids) {
      try {
        const result = await processHeld(tenantId, id)
        if (result === 'stopped') return done
        if (result === 'processed') done += 1
      } catch (error) {
        log.warn({ err: error, tenantId, deliveryId: id }, 'a held delivery could not be processed')
        if (worst === undefined || isTransient(error)) worst = databaseFault('Processing a held delivery', error)
      }
      at(id)
    }
    last = ids.at(-1)
  }
  if (done > 0) await inTenant(tenantId, (tx) => recordAudit(tx, { actor: { kind: 'job', id: 'resume' }, tenantId, role: 'owner' }, { verb: 'tenant.heldProcessed', target: { kind: 'tenant', id: tenantId }, after: { processed: done } }))
  if (worst) throw worst
  return done
}

async function heldAfter(tenantId: string, last: string | undefined): Promise<string[]> {
  const rows = await inTenant(tenantId, (tx) =>
    tx.delivery.findMany({
      where: { tenantId, disposition: 'held', ...(last ? { id: { gt: last } } : {}), OR: ['stoppedByOperator', 'stoppedByDeletion'].map((key) => ({ reasonCode: { path: ['key'], equals: key } })) },
      orderBy: { id: 'asc' },
      take: page,
      select: { id: true },
    }),
  )
  return rows.map((r) => r.id)
}

async function processHeld(tenantId: string, deliveryId: string): Promise<'processed' | 'stopped' | 'known'> {
  const stored = await storedMail(tenantId, deliveryId)
  return inTenant(tenantId, async (tx) => {
    const query = async (text: string, values: unknown[]) => ({ rows: await tx.$queryRawUnsafe<never[]>(text, ...values) })
    if (await holdStanding(query, tenantId)) return 'stopped'
    const before = await lockDelivery(tx, { tenantId, deliveryId })
    if (!before || !isHeldForTenant(before.disposition, before.reasonCode)) return 'known'
    await processAfresh(tx, { tenantId, deliveryId, cause: 'resumed', before, stored })
    return 'processed'
  })
}
