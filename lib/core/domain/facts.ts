import { z } from 'zod'
import { onMxFailures } from '@/lib/core/inputs/domain'

/** What a look learned beside the needed records: the column `facts`. All of it may be absent: not looked at yet, or no answer. */
export const Facts = z.object({
  /** Where the zone that holds the name begins, and its name servers; none found: `ns` is empty. */
  zone: z.string().optional(),
  ns: z.array(z.string()).optional(),
  /** Names of needed records at which a CNAME stands: nothing else may stand beside it (RFC 1034 §3.6.2). */
  cnames: z.array(z.object({ name: z.string(), target: z.string() })).optional(),
  /** A name that nobody made has an answer: so has every name. */
  wildcard: z.boolean().optional(),
  spf: z.object({ lookups: z.number(), problem: z.enum(['syntax', 'loop', 'unknown', 'void']).optional(), at: z.string().optional() }).optional(),
  identity: z.enum(['verified', 'unverified', 'unknown']).optional(),
  /** What SES has as the identity's custom MAIL FROM domain; null: none. */
  mailFrom: z.object({ domain: z.string(), state: z.enum(['pending', 'verified', 'failed']), onMxFailure: z.enum(onMxFailures).default('default') }).nullable().optional(),
})
export type Facts = z.infer<typeof Facts>
