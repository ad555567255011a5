import type { TenantContext } from '@/lib/core/access/actor'
import { MessageId } from '@/lib/core/inputs/message'
import type { TraceStep } from '@/lib/core/rules/trace'
import { inTenantSql } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { messageNotFound } from './get'

export interface MessageTrace {
  /** 1 at receipt, one more for each replay; 0 where nothing has run. */
  run: number
  at: Date | null
  steps: TraceStep[]
}

const latest = `SELECT t.run, t."createdAt" AS at, t.steps FROM delivery d
  LEFT JOIN LATERAL (SELECT run, "createdAt", steps FROM trace WHERE "tenantId" = d."tenantId" AND "deliveryId" = d.id ORDER BY run DESC LIMIT 1) t ON true
  WHERE d."tenantId" = $1 AND d.id = $2`

/** Why a message went where it went: the steps of its latest run. Throws Refusal `forbidden`, `invalid`, `not_found`. */
export async function traceOfMessage({ ctx, input }: { ctx: TenantContext; input: { id: string } }): Promise<MessageTrace> {
  authorize(ctx, 'message.read')
  const { id } = parseInput(MessageId, input)
  type Row = { run: number | null; at: Date | null; steps: TraceStep[] | null }
  const { rows } = await inTenantSql(ctx.tenantId, (client) => client.query<Row>({ name: 'message-trace', text: latest, values: [ctx.tenantId, id] }))
  if (!rows[0]) throw messageNotFound()
  return { run: rows[0].run ?? 0, at: rows[0].at, steps: rows[0].steps ?? [] }
}
