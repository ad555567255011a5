import { z } from 'zod'
import { instant, pageOf } from './page'

export const Domain = z.object({
  id: z.uuid(),
  name: z.string().describe('A-labels, lower case, no final dot.'),
  status: z.enum(['pending', 'verified', 'failing']),
  records: z
    .array(
      z.looseObject({
        purpose: z.string(),
        type: z.string(),
        name: z.string().describe('FQDN without a final dot.'),
        value: z.string(),
        state: z.enum(['missing', 'found', 'wrong', 'unknown']).describe('What the last check saw.'),
      }),
    )
    .describe('What the DNS must have.'),
  notice: z.string().nullable().describe('What there is to know beside the records.'),
  createdAt: instant,
  checkedAt: instant.nullable(),
  verifiedAt: instant.nullable(),
})

export const DomainPage = pageOf(Domain)
