import { z } from 'zod'
import { instant, pageOf } from './page'

const known = {
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  createdAt: instant,
  suspendedAt: instant.nullable(),
  suspendReason: z.string().nullable().describe('As the tenant reads it.'),
  deletionAskedAt: instant.nullable(),
  deletionDueAt: instant.nullable().describe('When it is erased; until then the deletion can be taken back.'),
}

const TenantRow = z.object({
  ...known,
  domains: z.number().int(),
  verified: z.number().int().describe('Of the domains.'),
  failing: z.number().int().describe('Of the domains.'),
  members: z.number().int(),
  today: z.number().int().describe('Mails of the day, in UTC.'),
  month: z.number().int().describe('Mails of the last 30 days.'),
  total: z.number().int().describe('Mails of all time.'),
  lastMail: instant.nullable(),
})
export const TenantList = pageOf(TenantRow)

export const TenantFacts = z.object({
  ...known,
  deletionAskedBy: z.string().nullable().describe('owner or operator'),
  members: z.array(z.object({ userId: z.uuid(), name: z.string(), email: z.string(), role: z.string(), since: instant })),
  domains: z.array(z.object({ id: z.uuid(), name: z.string(), status: z.string(), verifiedAt: instant.nullable(), failingAt: instant.nullable(), checkedAt: instant.nullable() })),
  apiKeys: z.number().int().describe('Those not revoked.'),
  mail: z.object({ today: z.number().int(), month: z.number().int(), total: z.number().int(), held: z.number().int() }),
  lastMail: instant.nullable(),
  rulesPublishedAt: instant.nullable(),
  acts: z.array(z.object({ at: instant, verb: z.string(), by: z.string().nullable().describe('Null for an API key.'), before: z.unknown(), after: z.unknown() })).describe('What operators did to it, the newest first.'),
})

export const Deletion = z.object({ askedAt: instant, dueAt: instant.describe('When it is erased; until then it can be taken back.') })
