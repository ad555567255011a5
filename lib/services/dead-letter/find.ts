import { Refusal } from '@/lib/core/access/refusal'
import type { Transaction } from '@/lib/db/tenant'

/** What the audit keeps of a dead job. Throws Refusal `not_found`. */
export async function findDeadLetter(tx: Transaction, id: string): Promise<{ queue: string; data: Record<string, string>; reason: string }> {
  const rows = await tx.$queryRaw<{ queue: string; data: Record<string, string>; reason: string }[]>`
    SELECT coalesce(source_name, '') AS queue, coalesce(data, '{}') AS data, coalesce(source_output ->> 'message', source_output -> 'value' ->> 'message', '') AS reason
    FROM pgboss.job WHERE name = 'dead-letter' AND state IN ('created', 'retry') AND id = ${id}::uuid`
  if (!rows[0]) throw deadLetterNotFound()
  return rows[0]
}

export const deadLetterNotFound = (): Refusal => new Refusal('not_found', 'There is no such dead job: it may have been retried or discarded already.')
