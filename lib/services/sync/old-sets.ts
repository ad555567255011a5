import type { Receipts } from '@/lib/aws/ses/receipts'
import { maxRuleSets } from '@/lib/core/receipt/limits'
import { isOurRuleSet } from '@/lib/core/receipt/rule'
import { database } from '@/lib/db/client'

/** Sets of ours that are kept for roll-back, beside the active one. */
const kept = 5

/** Makes a place for one more rule set: the oldest of ours that is not in use gives way. */
export async function makeRoom(ses: Receipts, installation: string, inUse: readonly (string | null)[]): Promise<string[]> {
  const names = (await ses.ruleSets()).map((s) => s.name)
  const spare = names.filter((n) => isOurRuleSet(installation, n) && !inUse.includes(n))
  let count = names.length
  for (const name of spare) {
    if (count < maxRuleSets) break
    await ses.deleteRuleSet(name)
    count--
  }
  return names
}

/**
 * Deletes what applies have left behind: sets of ours beyond the newest five that were once active, and copies that never were.
 * Nothing that this installation did not make is looked at. Gives the sets that there are now, oldest first.
 */
export async function tidy(ses: Receipts, installation: string, active: string, replaced: string | null): Promise<{ name: string; at: Date }[]> {
  const rows = await database().prisma.$queryRaw<{ name: string }[]>`
    SELECT progress->>'ruleSet' AS name FROM plan WHERE status = 'applied' AND progress->>'ruleSet' IS NOT NULL ORDER BY "settledAt" DESC LIMIT 40`
  const onceActive = new Set([...rows.map((r) => r.name), ...(replaced === null ? [] : [replaced])])
  const sets = await ses.ruleSets()
  const ours = sets.map((s) => s.name).filter((n) => isOurRuleSet(installation, n) && n !== active)
  const keep = new Set(ours.filter((n) => onceActive.has(n)).slice(-kept))
  const gone = ours.filter((n) => !keep.has(n))
  for (const name of gone) await ses.deleteRuleSet(name)
  return sets.filter((s) => !gone.includes(s.name))
}
