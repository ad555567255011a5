import { z } from 'zod'
import { Rule } from '@/lib/core/rules/rule'
import { verdictWords } from '@/lib/core/rules/verdict'

const verdict = z.enum(verdictWords).optional()
const shared = {
  /** Rules to try in place of the stored ones. */
  rules: z.array(Rule).max(200, 'takes at most 200 rules').optional(),
  /** Which of the stored ones; the draft where there is one. */
  use: z.enum(['draft', 'published']).default('draft'),
}

/** What to simulate: a mail of the log, or a mail of one's own. */
export const Simulate = z.union([
  z.strictObject({ messageId: z.uuid('must be a message\'s id'), ...shared }),
  z.strictObject({
    raw: z.base64('must be a mail in base64').min(1, 'must be a mail in base64').max(20_000_000, 'must have at most 15 MB'),
    recipient: z.string().trim().min(3, 'must be an address').max(320, 'must have at most 320 characters'),
    mailFrom: z.string().trim().max(320, 'must have at most 320 characters').default(''),
    /** What SES would have said; missing ones are taken from the mail's X-SES fields, else as PASS. */
    verdicts: z.strictObject({ spam: verdict, virus: verdict, spf: verdict, dkim: verdict, dmarc: verdict }).default({}),
    dmarcPolicy: z.enum(['none', 'quarantine', 'reject']).nullable().default(null),
    ...shared,
  }),
])
export type Simulate = z.input<typeof Simulate>
