import { config } from '@/lib/config'
import type { Transaction } from '@/lib/db/tenant'
import { installationId } from './desired'

/**
 * Which of these recipient entries stand in our receipt rules, as the plan that was last applied left them; not those that a plan made since
 * still has to bring. Both roles may.
 */
export async function appliedEntries(tx: Transaction, entries: readonly string[]): Promise<Set<string>> {
  if (entries.length === 0) return new Set()
  const { region } = config().aws
  const ours = `postroom-${await installationId(tx)}-`
  const rows = await tx.$queryRaw<{ entry: string }[]>`
    WITH last AS (SELECT target, "settledAt" FROM plan WHERE region = ${region} AND status = 'applied' ORDER BY "settledAt" DESC LIMIT 1),
      standing AS (SELECT jsonb_array_elements_text(r -> 'recipients') AS entry
                   FROM last, jsonb_array_elements(target -> 'rules') r WHERE starts_with(r ->> 'name', ${ours}) AND (r ->> 'enabled')::boolean)
    SELECT entry FROM standing WHERE entry = ANY(${[...entries]})
    EXCEPT
    SELECT e FROM (SELECT p.steps FROM plan p, last WHERE p.region = ${region} AND p."createdAt" > last."settledAt" AND p.status IN ('ready', 'waiting', 'applying', 'failed')
                   ORDER BY p."createdAt" DESC LIMIT 1) open,
      jsonb_array_elements(open.steps) step,
      jsonb_array_elements_text(coalesce(step -> 'params' -> 'added', CASE WHEN step ->> 'call' = 'CreateReceiptRule' THEN step -> 'params' -> 'recipients' END, '[]')) e`
  return new Set(rows.map((r) => r.entry))
}
