import { hashRule } from '@/lib/core/receipt/normalise'
import type { Basis } from '@/lib/core/receipt/plan'
import { isOurRuleSet, slotOf, type Rule } from '@/lib/core/receipt/rule'
import type { Progress } from '@/lib/core/receipt/stored'
import type { Plan } from '@/lib/db/generated/client'
import { notifyLive } from '@/lib/db/live'
import type { Transaction } from '@/lib/db/tenant'
import type { Desired } from './desired'
import { json, noted } from './store-plan'

interface Settled {
  planId: string
  desired: Desired
  basis: Basis
  rules: readonly Rule[]
  progress: Progress
}

/** The books of an applied plan: our rules with their hashes, what has been accepted by applying it, and the plan's end. */
export async function settleApplied(tx: Transaction, { planId, desired, basis, rules, progress }: Settled): Promise<Plan> {
  const { installation, accepted } = desired
  const ours = rules.flatMap((rule) => {
    const slot = slotOf(installation, rule.name)
    return slot === undefined ? [] : [{ name: rule.name, slot, hash: hashRule(rule) }]
  })
  await tx.managedRule.deleteMany()
  await tx.managedRule.createMany({ data: ours })
  const { name } = basis.active
  const met = name === null || isOurRuleSet(installation, name) || accepted.ruleSets.includes(name) ? [] : [name]
  if (!accepted.first || met.length > 0) {
    const value = json({ first: true, ruleSets: [...accepted.ruleSets, ...met] })
    await tx.platformSetting.upsert({ where: { key: 'sync.accepted' }, create: { key: 'sync.accepted', value }, update: { value } })
  }
  await notifyLive(tx, 'plan')
  return tx.plan.update({ where: { id: planId }, data: { status: 'applied', progress: json(progress), ...noted([]), settledAt: new Date() } })
}
