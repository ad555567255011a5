import { MessageIdList } from '@/lib/core/inputs/release'
import { replayDelivery } from '@/lib/pipeline/replay'
import { IdParams } from '@/lib/web/answers/page'
import { Replay, ReplaysAsked } from '@/lib/web/answers/simulation'
import { operation } from '@/lib/web/operation'
import { replayEach } from '@/lib/web/replay-each'

/** Here and not in its route: the web may call the pipeline, a route may not. */
export const replayOperation = operation({
  auth: 'tenant',
  permission: 'message.replay',
  tag: 'messages',
  summary: 'Runs the published rules again on the stored mail. The worker does it: read the trace for its end. 409 for a mail that waits for room under a limit.',
  params: IdParams,
  status: 202,
  refusals: [409],
  response: Replay,
  handler: ({ ctx, params }) => replayDelivery({ ctx, input: params }),
})

export const replaysOperation = operation({
  auth: 'tenant',
  permission: 'message.replay',
  tag: 'messages',
  summary: 'Replays up to 100 messages; what is not there, or waits for room under a limit, is named in `failed`.',
  body: MessageIdList,
  status: 202,
  response: ReplaysAsked,
  handler: ({ ctx, body }) => replayEach({ ctx, input: body }),
})
