import { z } from 'zod'
import { actorKinds } from '@/lib/core/access/actor'
import { timeCursor } from './operator'
import { pageLimit } from './page'

const moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()], { error: 'must be an ISO 8601 date or date and time, such as 2026-11-24T09:00:00Z' })

/** What the audit can be narrowed to. Everything is optional; dates without a time are midnight UTC. */
export const AuditFilter = z.strictObject({
  actor: z.string().trim().max(320, 'must have at most 320 characters').optional().describe('Who did it: the address of a user, or the id of a user, a key or a job.'),
  kind: z.enum(actorKinds, `must be one of ${actorKinds.join(', ')}`).optional().describe('What kind of actor did it.'),
  verb: z
    .string()
    .trim()
    .max(60, 'must have at most 60 characters')
    .regex(/^[a-zA-Z]+(\.[a-zA-Z]+)?$/, 'must be a verb, such as domain.claim, or its noun alone: domain')
    .optional()
    .describe('What was done, such as `domain.claim`; or its noun alone, such as `domain`.'),
  target: z.string().trim().max(200, 'must have at most 200 characters').optional().describe('The id of the thing that it was done to.'),
  since: moment.optional().describe('At or after.'),
  until: moment.optional().describe('Before.'),
})
export type AuditFilter = z.input<typeof AuditFilter>

export const ListAudit = AuditFilter.extend({ limit: pageLimit, cursor: timeCursor.optional() })
export type ListAudit = z.input<typeof ListAudit>

export const auditFormats = ['csv', 'jsonl'] as const
export const ExportAudit = AuditFilter.extend({ format: z.enum(auditFormats, 'must be csv or jsonl').default('csv') })
export type ExportAudit = z.input<typeof ExportAudit>
