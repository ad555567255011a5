import { Refusal } from '@/lib/core/access/refusal'
import { MessageId } from '@/lib/core/inputs/message'
import { MessageIds } from '@/lib/core/inputs/release'
import { replayDelivery } from '@/lib/pipeline/replay'
import type { Asked } from '@/lib/services/message/release'
import { action } from './action'

/** Asks for a replay from a page. */
export const askForReplay = action('message.replay', MessageId, replayDelivery)

/** Asks for a replay of each; what is not there is named. */
export const askForReplays = action('message.replay', MessageIds, async ({ ctx, input }) => {
  const asked: Asked<'notFound'> = { done: [], failed: [] }
  for (const id of input.ids)
    await replayDelivery({ ctx, input: { id } }).then(
      () => asked.done.push(id),
      (error: unknown) => {
        if (!(error instanceof Refusal && error.code === 'not_found')) throw error
        asked.failed.push({ id, why: 'notFound' })
      },
    )
  return asked
})
