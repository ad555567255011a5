import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { MessageId } from '@/lib/core/inputs/message'
import { MessageIds } from '@/lib/core/inputs/release'
import { inTenant, type Transaction } from '@/lib/db/tenant'
import { sendJob } from '@/lib/queue/send'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { messageNotFound } from './get'

type ReleaseFailure = 'notFound' | 'notQuarantined' | 'virus'

export interface Asked<Failure extends string = ReleaseFailure> {
  done: string[]
  failed: { id: string; why: Failure }[]
}

/** Seconds in which a release that was asked on a page can be taken back. */
export const undoSeconds = 10

/**
 * Asks that quarantined deliveries be kept, all in one transaction; what cannot be released is named. The worker does it after `undoSeconds`:
 * waiting, and not doing and undoing, because what follows a release outside the database could not be taken back.
 * Throws Refusal `forbidden`, `invalid`.
 */
export async function releaseMessages({ ctx, input }: { ctx: TenantContext; input: MessageIds }): Promise<Asked> {
  authorize(ctx, 'message.release')
  const { ids } = parseInput(MessageIds, input)
  return inTenant(ctx.tenantId, async (tx) => {
    const asked: Asked = { done: [], failed: [] }
    for (const id of ids) {
      const why = await ask(tx, ctx, id, undoSeconds)
      if (why) asked.failed.push({ id, why })
      else asked.done.push(id)
    }
    return asked
  })
}

/** One delivery, at once: for programs. Throws Refusal `forbidden`, `invalid`, `not_found`, `conflict` where it cannot be released. */
export async function releaseMessage({ ctx, input }: { ctx: TenantContext; input: MessageId }): Promise<{ accepted: true }> {
  authorize(ctx, 'message.release')
  const { id } = parseInput(MessageId, input)
  const why = await inTenant(ctx.tenantId, (tx) => ask(tx, ctx, id, 0))
  if (why === 'notFound') throw messageNotFound()
  if (why === 'virus') throw new Refusal('conflict', 'SES found a virus in this message: it is never released. Its raw mail can be downloaded.')
  if (why) throw new Refusal('conflict', 'The message is not in quarantine: there is nothing to release.')
  return { accepted: true }
}

/** Takes back what was asked and is not done yet; gives the ids that stay in quarantine. Throws Refusal `forbidden`, `invalid`. */
export async function undoRelease({ ctx, input }: { ctx: TenantContext; input: MessageIds }): Promise<{ kept: string[]; late: string[] }> {
  authorize(ctx, 'message.release')
  const { ids } = parseInput(MessageIds, input)
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    const open = { tenantId, deliveryId: { in: ids }, settledAt: null, cancelledAt: null }
    const rows = await tx.messageRelease.updateManyAndReturn({ where: open, data: { cancelledAt: new Date() }, select: { deliveryId: true } })
    const kept = rows.map((row) => row.deliveryId)
    return { kept, late: ids.filter((id) => !kept.includes(id)) }
  })
}

async function ask(tx: Transaction, { tenantId, actor }: TenantContext, id: string, wait: number): Promise<ReleaseFailure | undefined> {
  const row = await tx.delivery.findFirst({ where: { tenantId, id }, select: { disposition: true, virus: true } })
  if (!row) return 'notFound'
  if (row.disposition !== 'quarantined') return 'notQuarantined'
  if (row.virus === 'FAIL') return 'virus'
  await tx.$executeRaw`
    INSERT INTO message_release ("tenantId", "deliveryId", "actorKind", "actorId", "dueAt")
    VALUES (${tenantId}::uuid, ${id}::uuid, ${actor.kind}, ${actor.id}, now() + make_interval(secs => ${wait}::float8))
    ON CONFLICT ("tenantId", "deliveryId") DO UPDATE
      SET "actorKind" = excluded."actorKind", "actorId" = excluded."actorId", "dueAt" = excluded."dueAt", "cancelledAt" = NULL, "settledAt" = NULL`
  await sendJob(tx, 'release', { tenantId, deliveryId: id }, { after: wait })
  return undefined
}
