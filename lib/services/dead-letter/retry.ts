import type { OperatorContext } from '@/lib/core/access/actor'
import { DeadLetterId } from '@/lib/core/inputs/dead-letter'
import { inPlatform } from '@/lib/db/tenant'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordOperatorAudit } from '@/lib/services/audit/record'
import { deadLetterNotFound, findDeadLetter } from './find'

/** Sends a dead job back to its queue, with all its tries; of two who ask, one succeeds. Throws Refusal `forbidden`, `invalid`, `not_found`. */
export async function retryDeadLetter({ ctx, input }: { ctx: OperatorContext; input: DeadLetterId }): Promise<{ queue: string }> {
  authorizeOperator(ctx, 'deadLetter.write')
  const { id } = parseInput(DeadLetterId, input)
  return inPlatform(async (tx) => {
    const before = await findDeadLetter(tx, id)
    const [row] = await tx.$queryRaw<{ queue: string | null }[]>`SELECT retry_dead_letter(${id}::uuid) AS queue`
    if (!row?.queue) throw deadLetterNotFound()
    await recordOperatorAudit(tx, ctx, { verb: 'deadLetter.retry', target: { kind: 'deadLetter', id }, before })
    return { queue: row.queue }
  })
}
