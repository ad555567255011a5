import type { MailLimit } from '@/lib/core/limit/limits'
import type { Evaluation } from '@/lib/core/rules/evaluate'
import type { TraceStep } from '@/lib/core/rules/trace'
import { said, type ReasonCode } from '@/lib/core/rules/why'
import type { Suspension } from '@/lib/core/tenant/standing'

/** What becomes of a delivery while its tenant is stopped: it is kept for later, and nothing looks at it. */
export function holdForTenant({ by, since }: Suspension): Evaluation {
  const key = by === 'operator' ? 'stoppedByOperator' : 'stoppedByDeletion'
  const reason = by === 'operator' ? 'The tenant was suspended by an operator: its mail waits until it is resumed.' : 'The tenant is to be deleted: its mail waits until that is taken back.'
  return held('tenant', key, reason, `${reason} Since ${since.toISOString()}.`)
}

const limitKeys = { messagesPerDay: 'overMessages', storageBytes: 'overStorage' } as const satisfies Record<MailLimit, string>

/** What becomes of a delivery for which there is no room under the tenant's limits: it waits, and nothing looks at it. */
export function holdForLimit(limit: MailLimit): Evaluation {
  const reason =
    limit === 'messagesPerDay'
      ? 'The limit of messages a day is reached: the mail waits until the next day (UTC), or until the limit is raised.'
      : 'The limit of storage is reached: the mail waits until there is room, or until the limit is raised.'
  return held('limit', limitKeys[limit], reason, reason)
}

function held(kind: 'tenant' | 'limit', key: ReasonCode['key'] & NonNullable<TraceStep['why']>[number]['key'], reason: string, because: string): Evaluation {
  const codes = { why: [said(key)], outcomes: [said('held' as const)] }
  const step: TraceStep = { kind, name: kind, matched: true, because, outcome: 'held: no rule ran', ...codes, ms: 0 }
  return { disposition: 'held', reason, reasonCode: said(key), matchedRules: [], steps: [step], actions: [] }
}

const tenantReasons: readonly string[] = ['stoppedByOperator', 'stoppedByDeletion']
const limitReasons: readonly string[] = Object.values(limitKeys)
const keyOf = (code: unknown): string => (code as { key?: string } | null)?.key ?? ''

/** Whether a delivery is held for its tenant's sake alone. */
export const isHeldForTenant = (disposition: string, code: unknown): boolean => disposition === 'held' && tenantReasons.includes(keyOf(code))

/** Whether a delivery waits for room under a limit. */
export const isHeldForLimit = (disposition: string, code: unknown): boolean => disposition === 'held' && limitReasons.includes(keyOf(code))

/** The first step of a delivery that was held, once it is processed. */
export const afreshStep: Record<'resumed' | 'room', () => TraceStep> = {
  resumed: () => ({
    kind: 'tenant',
    name: 'tenant',
    matched: true,
    because: 'The tenant was stopped when this mail came, and is in use again: it is processed as if it came now.',
    outcome: 'processed afresh',
    why: [said('resumed')],
    outcomes: [said('afresh')],
    ms: 0,
  }),
  room: () => ({
    kind: 'limit',
    name: 'limit',
    matched: true,
    because: 'This mail waited for room under a limit, and there is room now: it is processed as if it came now.',
    outcome: 'processed afresh',
    why: [said('room')],
    outcomes: [said('afresh')],
    ms: 0,
  }),
}
