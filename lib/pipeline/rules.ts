import { z } from 'zod'
import { Fault } from '@/lib/core/fault'
import { Rule } from '@/lib/core/rules/rule'

const Stored = z.union([z.array(Rule), z.object({ rules: z.array(Rule) }).transform((set) => set.rules)])

/** Rules as stored, read once more: a row that this version of Postroom cannot read must stop the mail, not be guessed at. Throws Fault. */
export function readRules(stored: unknown, which: string): Rule[] {
  const parsed = Stored.safeParse(stored)
  if (parsed.success) return parsed.data
  const [first] = parsed.error.issues
  throw new Fault('permanent', `${which} cannot be read: ${first?.path.join('.')}: ${first?.message}. Publish the rule set again, then retry.`)
}

export interface PublishedRules {
  version: number | null
  rules: Rule[]
}

// Versions never change, so what was read once is kept; the oldest goes when there are many.
const seen = new Map<string, Rule[]>()
const mostSeen = 500

interface Query {
  (text: string, values: unknown[]): Promise<{ rows: { version: number; rules?: unknown }[] }>
}

/** The tenant's newest published rules; none where none was published. `query` runs in the tenant's transaction. */
export async function publishedRules(query: Query, tenantId: string): Promise<PublishedRules> {
  const newest = await query('SELECT version FROM rule_version WHERE "tenantId" = $1::uuid ORDER BY version DESC LIMIT 1', [tenantId])
  const version = newest.rows[0]?.version
  if (version === undefined) return { version: null, rules: [] }
  const key = `${tenantId} ${version}`
  let rules = seen.get(key)
  if (!rules) {
    const { rows } = await query('SELECT version, rules FROM rule_version WHERE "tenantId" = $1::uuid AND version = $2::int', [tenantId, version])
    rules = readRules(rows[0]?.rules, `Version ${version} of the rule set`)
    if (seen.size >= mostSeen) seen.delete(seen.keys().next().value!)
    seen.set(key, rules)
  }
  return { version, rules }
}
