import type { TenantContext } from '@/lib/core/access/actor'
import { WebhookId } from '@/lib/core/inputs/webhook'
import { inTenant, type Transaction } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { webhookAnswer, webhookColumns, webhookNotFound, type WebhookAnswer } from './answer'

interface HourOfTries {
  /** Its begin. */
  hour: Date
  succeeded: number
  failed: number
}

export interface WebhookState extends WebhookAnswer {
  /** Of the last 24 hours, oldest first, an entry for each hour. */
  hours: HourOfTries[]
  /** When the next planned try comes; null where none is planned. */
  nextTryAt: Date | null
  /** Tries that are planned or under way. */
  waiting: number
  /** Events that have not reached it and are not tried any more; the newest attempt among them. */
  undelivered: number
  undeliveredUpTo: string | null
}

const hourMs = 3_600_000

/** The tenant's endpoints, newest first; at most twenty. Throws Refusal `forbidden`. */
export async function listWebhooks({ ctx }: { ctx: TenantContext }): Promise<WebhookState[]> {
  authorize(ctx, 'webhook.read')
  return inTenant(ctx.tenantId, (tx) => read(tx, ctx.tenantId))
}

/** One endpoint with how it stands. Throws Refusal `forbidden`, `invalid`, `not_found`. */
export async function getWebhook({ ctx, input }: { ctx: TenantContext; input: WebhookId }): Promise<WebhookState> {
  authorize(ctx, 'webhook.read')
  const { id } = parseInput(WebhookId, input)
  const [state] = await inTenant(ctx.tenantId, (tx) => read(tx, ctx.tenantId, id))
  if (!state) throw webhookNotFound()
  return state
}

interface Open {
  id: string
  nextTryAt: Date | null
  waiting: number
  undelivered: number
  undeliveredUpTo: string | null
}

async function read(tx: Transaction, tenantId: string, id?: string): Promise<WebhookState[]> {
  const endpoints = await tx.webhookEndpoint.findMany({ where: { tenantId, ...(id === undefined ? {} : { id }) }, select: webhookColumns, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] })
  const ids = endpoints.map((e) => e.id)
  const now = Math.floor(Date.now() / hourMs) * hourMs
  const first = new Date(now - 23 * hourMs)
  const hours = await tx.webhookHour.findMany({ where: { tenantId, endpointId: { in: ids }, hour: { gte: first } }, select: { endpointId: true, hour: true, succeeded: true, failed: true } })
  const open = await tx.$queryRaw<Open[]>`
    SELECT e.id::text, o.next AS "nextTryAt", o.n AS waiting, u.n AS undelivered, u.last AS "undeliveredUpTo"
    FROM unnest(${ids}::uuid[]) AS e(id),
      LATERAL (SELECT min(a."dueAt") FILTER (WHERE a.state = 'waiting') AS next, count(*)::int AS n FROM webhook_attempt a
               WHERE a."tenantId" = ${tenantId}::uuid AND a."endpointId" = e.id AND a.state IN ('waiting', 'claimed')) o,
      LATERAL (SELECT count(*)::int AS n, (array_agg(a.id ORDER BY a.id DESC))[1]::text AS last FROM webhook_attempt a
               WHERE a."tenantId" = ${tenantId}::uuid AND a."endpointId" = e.id AND a.undelivered) u`
  return endpoints.map((endpoint) => {
    const { id: _, ...rest } = open.find((o) => o.id === endpoint.id)!
    const own = hours.filter((h) => h.endpointId === endpoint.id)
    const at = (i: number) => new Date(first.getTime() + i * hourMs)
    const each = Array.from({ length: 24 }, (_none, i): HourOfTries => {
      const found = own.find((h) => h.hour.getTime() === at(i).getTime())
      return { hour: at(i), succeeded: found?.succeeded ?? 0, failed: found?.failed ?? 0 }
    })
    return { ...webhookAnswer(endpoint), hours: each, ...rest }
  })
}
