import type { OperatorContext } from '@/lib/core/access/actor'
import { DeadLetterId } from '@/lib/core/inputs/dead-letter'
import { inPlatform } from '@/lib/db/tenant'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordOperatorAudit } from '@/lib/services/audit/record'
import { deadLetterNotFound, findDeadLetter } from './find'

/** Throws a dead job away; the audit keeps what it was. Raw mail stays in S3. Throws Refusal `forbidden`, `invalid`, `not_found`. */
export async function discardDeadLetter({ ctx, input }: { ctx: OperatorContext; input: DeadLetterId }): Promise<void> {
  authorizeOperator(ctx, 'deadLetter.write')
  const { id } = parseInput(DeadLetterId, input)
  await inPlatform(async (tx) => {
    const before = await findDeadLetter(tx, id)
    const [row] = await tx.$queryRaw<{ gone: boolean }[]>`SELECT discard_dead_letter(${id}::uuid) AS gone`
    if (!row?.gone) throw deadLetterNotFound()
    await recordOperatorAudit(tx, ctx, { verb: 'deadLetter.discard', target: { kind: 'deadLetter', id }, before })
  })
}
