import type { z } from 'zod'
import { Refusal } from '@/lib/core/access/refusal'

/** Second beat of each service verb: input by its schema. Throws Refusal `invalid` with every problem and its path. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((i) => ({ path: i.path.map((p) => (typeof p === 'symbol' ? String(p) : p)), message: i.message }))
  throw new Refusal('invalid', 'The input is not right: see the fields named.', problems)
}
