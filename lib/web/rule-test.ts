import { z } from 'zod'
import { Simulate } from '@/lib/core/inputs/simulate'
import { Fault } from '@/lib/core/fault'
import { simulate, type Simulation } from '@/lib/pipeline/simulate'
import { action } from './action'

interface RuleTest {
  before: Simulation
  after: Simulation
}

/** One mail under the live rules and under the draft; null where its stored source cannot be read now. */
export const testRules = action('rules.simulate', z.unknown(), async ({ ctx, input }): Promise<RuleTest | null> => {
  const given = input as Simulate
  try {
    const [before, after] = await Promise.all([simulate({ ctx, input: { ...given, use: 'published' } }), simulate({ ctx, input: given })])
    return { before, after }
  } catch (error) {
    if (error instanceof Fault) return null
    throw error
  }
})
