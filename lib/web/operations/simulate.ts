import { Simulate } from '@/lib/core/inputs/simulate'
import { simulate } from '@/lib/pipeline/simulate'
import { Simulation } from '@/lib/web/answers/simulation'
import { operation } from '@/lib/web/operation'

/** Here and not in its route: the web may call the pipeline, a route may not. */
export const simulateOperation = operation({
  auth: 'tenant',
  permission: 'rules.simulate',
  tag: 'rule set',
  summary: 'What the rules would do with a mail: the rules given, else the draft, else the published ones. Changes nothing.',
  body: Simulate,
  maxBody: 25 * 1024 * 1024,
  response: Simulation,
  refusals: [404, 502, 503],
  handler: async ({ ctx, body }) => {
    const { reasonCode: _forTheConsole, ...answer } = await simulate({ ctx, input: body })
    return answer
  },
})
