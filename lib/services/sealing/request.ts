import type { OperatorContext } from '@/lib/core/access/actor'
import { inPlatform } from '@/lib/db/tenant'
import { sendJob } from '@/lib/queue/send'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { recordOperatorAudit } from '@/lib/services/audit/record'

/** Asks the worker to seal anew now what stands under an old key; it does so by itself at its start and each hour. Throws Refusal `forbidden`. */
export async function requestReseal({ ctx }: { ctx: OperatorContext }): Promise<void> {
  authorizeOperator(ctx, 'sealingKey.write')
  await inPlatform(async (tx) => {
    await sendJob(tx, 'reseal', {}, { singletonKey: 'asked' })
    await recordOperatorAudit(tx, ctx, { verb: 'sealingKey.reseal', target: { kind: 'sealingKey' } })
  })
}
