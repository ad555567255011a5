import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { replayDelivery } from '@/lib/pipeline/replay'
import type { Asked } from '@/lib/services/message/release'

/** Asks for a replay of each; what is not there, or waits for room under a limit, is named. */
export async function replayEach({ ctx, input }: { ctx: TenantContext; input: { ids: string[] } }): Promise<Asked<'notFound' | 'waits'>> {
  const asked: Asked<'notFound' | 'waits'> = { done: [], failed: [] }
  for (const id of new Set(input.ids))
    await replayDelivery({ ctx, input: { id } }).then(
      () => asked.done.push(id),
      (error: unknown) => {
        if (!(error instanceof Refusal && (error.code === 'not_found' || error.code === 'conflict'))) throw error
        asked.failed.push({ id, why: error.code === 'conflict' ? 'waits' : 'notFound' })
      },
    )
  return asked
}
