import { config } from '@/lib/config'
import type { OperatorContext } from '@/lib/core/access/actor'
import type { Look } from '@/lib/core/receipt/look'
import { isOurRule, isOurRuleSet, type RuleSet } from '@/lib/core/receipt/rule'
import { said } from '@/lib/core/rules/why'
import { inPlatform, type Transaction } from '@/lib/db/tenant'
import { notifyLive } from '@/lib/db/live'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { installationId } from './desired'
import { json, noted } from './store-plan'

export interface Seen {
  installation: string
  active: RuleSet | undefined
  /** Every set of the account, oldest first. */
  sets: readonly { name: string; at: Date }[]
  /** Calls that it would take to make it as planned. */
  calls: number
}

/**
 * Notes what SES has, as just read: pages show it with its time, and read nothing themselves. Where it is as planned, no plan is left to
 * wait: one that was made before would only be found stale.
 */
export async function noteLook(tx: Transaction, { installation, active, sets, calls }: Seen): Promise<void> {
  const shown = sets.filter((s) => s.name === active?.name || isOurRuleSet(installation, s.name)).map((s) => ({ name: s.name, at: s.at.toISOString() }))
  const rules = active?.rules ?? []
  const ours = rules.filter((r) => isOurRule(installation, r.name)).length
  const data = { at: new Date(), activeSet: active?.name ?? null, rules: rules.length, ours, calls, sets: json(shown), failedAt: null, error: null }
  const { region } = config().aws
  await tx.syncLook.upsert({ where: { region }, create: { region, ...data }, update: data })
  if (calls === 0) {
    const settled = { status: 'stale', ...noted([said('notNeeded')]), settledAt: new Date() }
    await tx.plan.updateMany({ where: { region, status: { in: ['waiting', 'ready'] } }, data: settled })
  }
  await notifyLive(tx, 'plan')
}

/** Notes that SES could not be read; what was seen before stays, with its own time. */
export async function noteFailedLook(error: unknown): Promise<void> {
  const { region } = config().aws
  const message = error instanceof Error ? error.message : String(error)
  await inPlatform((tx) => tx.syncLook.updateMany({ where: { region }, data: { failedAt: new Date(), error: message } }))
}

const mostSets = 5

/** Null: nobody has looked yet. Throws Refusal `forbidden`. */
export async function readLook({ ctx }: { ctx: OperatorContext }): Promise<Look | null> {
  authorizeOperator(ctx, 'plan.read')
  return inPlatform(async (tx) => {
    const row = await tx.syncLook.findUnique({ where: { region: config().aws.region } })
    if (!row) return null
    const all = (row.sets as { name: string; at: string }[]).reverse()
    const sets = [...all.filter((s) => s.name === row.activeSet), ...all.filter((s) => s.name !== row.activeSet).slice(0, mostSets)]
    const made = await tx.$queryRaw<{ id: string; name: string }[]>`
      SELECT DISTINCT ON (progress ->> 'ruleSet') id::text AS id, progress ->> 'ruleSet' AS name FROM plan
      WHERE progress ->> 'ruleSet' = ANY(${sets.map((s) => s.name)}) ORDER BY progress ->> 'ruleSet', "createdAt" DESC`
    const planOf = new Map(made.map((m) => [m.name, m.id]))
    const installation = await installationId(tx)
    return {
      ...{ at: row.at, activeSet: row.activeSet, rules: row.rules, ours: row.ours, calls: row.calls, failedAt: row.failedAt, error: row.error },
      oursActive: row.activeSet !== null && isOurRuleSet(installation, row.activeSet),
      sets: sets.map(({ name, at }) => ({ name, at: new Date(at), active: name === row.activeSet, planId: planOf.get(name) ?? null })),
    }
  })
}
