import { z } from 'zod'
import { actorKinds } from '@/lib/core/access/actor'
import { auditEntry, type AuditRow } from '@/lib/core/audit/row'
import type { Page } from '@/lib/core/inputs/page'
import { instant, pageOf } from './page'

const AuditEntry = z.object({
  id: z.uuid(),
  at: instant,
  actor: z.object({
    kind: z.enum(actorKinds),
    id: z.string().nullable(),
    name: z.string().nullable().describe('Null for jobs, and where the user or the key is no longer there.'),
    address: z.string().nullable().describe('Of a user.'),
  }),
  verb: z.string().describe('`<noun>.<verb>`, such as `domain.claim`.'),
  target: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }),
  before: z.unknown().describe('What the change was made from; null where there was nothing.'),
  after: z.unknown(),
  ip: z.string().nullable(),
})
export const AuditPage = pageOf(AuditEntry)

export const auditOut = ({ data, nextCursor }: Page<AuditRow>): z.input<typeof AuditPage> => ({ data: data.map(auditEntry), nextCursor })
