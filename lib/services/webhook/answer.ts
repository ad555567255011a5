import type { AttemptState } from '@/lib/core/inputs/webhook'
import { Refusal } from '@/lib/core/access/refusal'
import { WebhookProblem } from '@/lib/core/webhook/problem'
import type { WebhookType } from '@/lib/core/webhook/event-type'
import type { Prisma } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/tenant'

type DisabledWhy = 'person' | 'gone' | 'failing'

export interface WebhookAnswer {
  id: string
  url: string
  description: string
  eventTypes: WebhookType[]
  enabled: boolean
  disabledWhy: DisabledWhy | null
  disabledAt: Date | null
  /** Nothing has succeeded since. */
  failingSince: Date | null
  /** Until then the secret of before the last rotation signs as well. */
  previousSecretUntil: Date | null
  createdAt: Date
}

/** Never a secret. */
export const webhookColumns = { id: true, url: true, description: true, eventTypes: true, state: true, disabledWhy: true, disabledAt: true, failingSince: true, previousUntil: true, createdAt: true } as const

type Row = Prisma.WebhookEndpointGetPayload<{ select: typeof webhookColumns }>

export function webhookAnswer({ state, previousUntil, ...row }: Row): WebhookAnswer {
  return {
    ...row,
    eventTypes: row.eventTypes as WebhookType[],
    enabled: state === 'enabled',
    disabledWhy: row.disabledWhy as DisabledWhy | null,
    previousSecretUntil: previousUntil && previousUntil > new Date() ? previousUntil : null,
  }
}

/** The same for a foreign id and a missing one. */
export const webhookNotFound = () => new Refusal('not_found', 'There is no such webhook.')

/** Throws Refusal `not_found`. */
export async function findWebhook(tx: Transaction, tenantId: string, id: string): Promise<WebhookAnswer> {
  const row = await tx.webhookEndpoint.findFirst({ where: { tenantId, id }, select: webhookColumns })
  if (!row) throw webhookNotFound()
  return webhookAnswer(row)
}

export interface AttemptRow {
  id: string
  eventId: string
  type: WebhookType
  n: number
  state: AttemptState
  /** Of a waiting one: not before. */
  dueAt: Date
  startedAt: Date | null
  settledAt: Date | null
  ms: number | null
  status: number | null
  problem: WebhookProblem | null
  /** The event has not reached the endpoint, and no try is planned. */
  undelivered: boolean
}

export const attemptColumns = { id: true, eventId: true, type: true, n: true, state: true, dueAt: true, startedAt: true, settledAt: true, ms: true, status: true, problem: true, undelivered: true } as const

type Attempt = Prisma.WebhookAttemptGetPayload<{ select: typeof attemptColumns }>

export function attemptRow({ id, eventId, type, n, state, dueAt, startedAt, settledAt, ms, status, problem, undelivered }: Attempt): AttemptRow {
  const said = WebhookProblem.nullable().catch(null).parse(problem)
  return { id, eventId, type: type as WebhookType, n, state: state as AttemptState, dueAt, startedAt, settledAt, ms, status, problem: said, undelivered }
}
