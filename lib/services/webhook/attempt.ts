import { z } from 'zod'
import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { AttemptId, ListAttempts } from '@/lib/core/inputs/webhook'
import type { Page } from '@/lib/core/inputs/page'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { attemptColumns, attemptRow, findWebhook, type AttemptRow } from './answer'

export interface AttemptDetail extends AttemptRow {
  webhookId: string
  url: string
  /** The exact text that is signed. */
  body: string
  requestHeaders: Record<string, string>
  responseHeaders: Record<string, string>
  /** The first 4 KB; null where none came. */
  responseBody: string | null
  /** How often a worker took it: more than once where one died meanwhile, so that the receiver may have got it twice. */
  claims: number
  /** All tries of this event at this endpoint, the first one first. */
  tries: AttemptRow[]
}

/** The same for a foreign id and a missing one. */
export const attemptNotFound = () => new Refusal('not_found', 'There is no such attempt.')

const Headers = z.record(z.string(), z.string()).catch({})

/** A page of an endpoint's attempts, newest first. Throws Refusal `forbidden`, `invalid`, `not_found`. */
export async function listAttempts({ ctx, input }: { ctx: TenantContext; input: ListAttempts }): Promise<Page<AttemptRow>> {
  authorize(ctx, 'webhook.read')
  const { id, state, type, undelivered, limit, cursor } = parseInput(ListAttempts, input)
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    await findWebhook(tx, tenantId, id)
    const where = {
      tenantId,
      endpointId: id,
      ...(state === undefined ? {} : { state }),
      ...(type === undefined ? {} : { type }),
      ...(undelivered === undefined ? {} : { undelivered }),
      ...(cursor === undefined ? {} : { id: { lt: cursor } }),
    }
    const rows = await tx.webhookAttempt.findMany({ where, select: attemptColumns, orderBy: { id: 'desc' }, take: limit + 1 })
    const data = rows.slice(0, limit).map(attemptRow)
    return { data, nextCursor: rows.length > limit ? data.at(-1)!.id : null }
  })
}

/** One attempt with what was sent and what came back. Throws Refusal `forbidden`, `invalid`, `not_found`. */
export async function getAttempt({ ctx, input }: { ctx: TenantContext; input: AttemptId }): Promise<AttemptDetail> {
  authorize(ctx, 'webhook.read')
  const { id } = parseInput(AttemptId, input)
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    const row = await tx.webhookAttempt.findFirst({ where: { tenantId, id } })
    if (!row) throw attemptNotFound()
    const { endpointId, eventId } = row
    const endpoint = await tx.webhookEndpoint.findFirst({ where: { tenantId, id: endpointId }, select: { url: true } })
    const event = await tx.webhookEvent.findFirst({ where: { tenantId, id: eventId }, select: { body: true } })
    if (!endpoint || !event) throw attemptNotFound()
    const tries = await tx.webhookAttempt.findMany({ where: { tenantId, endpointId, eventId }, select: attemptColumns, orderBy: { n: 'asc' } })
    return {
      ...attemptRow(row),
      webhookId: endpointId,
      url: endpoint.url,
      body: event.body,
      requestHeaders: Headers.parse(row.requestHeaders ?? {}),
      responseHeaders: Headers.parse(row.responseHeaders ?? {}),
      responseBody: row.responseBody,
      claims: row.claims,
      tries: tries.map(attemptRow),
    }
  })
}
