import { z } from 'zod'
import { instant } from './page'

export const Tenant = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  createdAt: instant,
  domain: z.string().describe('The mail domain that the tenant has without DNS.'),
})

const n = z.number().int()

export const Today = z.object({
  domains: z.object({ total: n, verified: n, failing: n }),
  publishedVersion: n.nullable().describe('The version of the rule set that binds.'),
  unpublished: z.boolean().describe('The draft differs from it.'),
  quarantined: n.describe('Counted up to 1,001.'),
  hasMail: z.boolean(),
  members: n,
})

export const TestMailAsked = z.object({ id: z.uuid() })

export const TestMail = z.object({
  state: z.enum(['under way', 'failed', 'arrived']),
  deliveryId: z.uuid().optional().describe('The message in the log.'),
  error: z.string().optional(),
})
