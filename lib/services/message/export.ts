import type { TenantContext } from '@/lib/core/access/actor'
import type { LogPage } from '@/lib/core/inputs/message'
import { csvLines } from '@/lib/core/csv'
import { readLog } from './list'

/** Rows of one export; the page says so beforehand. */
export const mostExported = 10_000

const heads = ['id', 'direction', 'received_at', 'from', 'from_name', 'recipient', 'subject', 'size', 'spam', 'virus', 'spf', 'dkim', 'dmarc', 'disposition', 'reason', 'rules', 'ses_message_id']

/**
 * The filtered log as CSV, newest first, in pieces of a page each: no transaction stays open between them, and a reader who stops reading stops
 * the work. Begins with a byte order mark, for spreadsheets that else take UTF-8 for something older. Throws as `readLog`.
 */
export async function* exportLog({ ctx, input }: { ctx: TenantContext; input: LogPage }): AsyncGenerator<string> {
  const { cursor: _cursor, newer: _newer, ...filters } = input
  let cursor: string | undefined
  let page = await readLog({ ctx, input: { ...filters, limit: 100 } })
  yield `\uFEFF${csvLines([heads])}`
  for (let rows = 0; ; ) {
    const data = page.data.slice(0, mostExported - rows)
    rows += data.length
    if (data.length > 0)
      yield csvLines(
        data.map(({ verdicts: v, ...m }) => [m.id, m.direction, m.receivedAt.toISOString(), m.from, m.fromName, m.recipient, m.subject, m.size, v.spam, v.virus, v.spf, v.dkim, v.dmarc, m.disposition, m.reason, m.matchedRules.join('; '), m.sesMessageId]),
      )
    cursor = page.older ?? undefined
    if (cursor === undefined || rows >= mostExported) return
    page = await readLog({ ctx, input: { ...filters, limit: 100, cursor } })
  }
}
