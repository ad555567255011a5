import type { Receiving } from '@/lib/core/receiving'
import { maxRecipients } from './limits'
import { ruleName, slotOf, type Rule } from './rule'

export interface CompileInput {
  installation: string
  /** Verified domains of all tenants, lower case. */
  domains: readonly string[]
  /** Tenants receive below it; undefined until its identity is set up. */
  platformDomain?: string | undefined
  receiving: Receiving
  /** The rules that SES has now: an entry stays in the slot that it has. */
  existing: readonly Rule[]
}

/**
 * What SES shall have of ours: each entry in one rule, at most 500 a rule, every rule with explicit recipients and no Stop.
 * Entries stay where they stand, so that a change is small: new ones fill the lowest slots with room, then the lowest free slots.
 */
export function compile({ installation, domains, platformDomain, receiving, existing }: CompileInput): Rule[] {
  const wanted = new Set([...domains, ...(platformDomain ? [`.${platformDomain}`] : [])].map((d) => d.toLowerCase()))
  const slots = new Map<number, string[]>()
  const placed = new Set<string>()
  const known = existing.map((rule) => ({ slot: slotOf(installation, rule.name), rule }))
  known.sort((a, b) => (a.slot ?? 0) - (b.slot ?? 0))
  for (const { slot, rule } of known) {
    if (slot === undefined) continue
    const kept = [...new Set(rule.recipients.map((r) => r.toLowerCase()))].filter((r) => wanted.has(r) && !placed.has(r)).slice(0, maxRecipients)
    for (const entry of kept) placed.add(entry)
    if (kept.length > 0) slots.set(slot, kept)
  }
  const rest = [...wanted].filter((entry) => !placed.has(entry)).sort()
  const roomy = [...slots.keys()].filter((s) => (slots.get(s)?.length ?? 0) < maxRecipients).sort((a, b) => a - b)
  for (const entry of rest) {
    let slot = roomy[0]
    if (slot === undefined) {
      slot = lowestFree(slots)
      slots.set(slot, [])
      roomy.push(slot)
    }
    const entries = slots.get(slot) ?? []
    entries.push(entry)
    if (entries.length >= maxRecipients) roomy.shift()
  }
  return [...slots.keys()].sort((a, b) => a - b).map((slot) => ruleOf(ruleName(installation, slot), slots.get(slot) ?? [], receiving))
}

function lowestFree(slots: ReadonlyMap<number, unknown>): number {
  let slot = 1
  while (slots.has(slot)) slot++
  return slot
}

const ruleOf = (name: string, entries: string[], { bucket, prefix, topicArn }: Receiving): Rule => ({
  name,
  enabled: true,
  scanEnabled: true,
  tlsPolicy: 'Optional',
  recipients: [...entries].sort(),
  actions: [{ type: 'S3Action', settings: { BucketName: bucket, ObjectKeyPrefix: prefix, TopicArn: topicArn } }],
})
