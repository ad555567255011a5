import type { OperatorContext, TenantContext } from '@/lib/core/access/actor'
import { auditEntry, type AuditRow } from '@/lib/core/audit/row'
import { csvLines } from '@/lib/core/csv'
import { ExportAudit } from '@/lib/core/inputs/audit'
import type { Page } from '@/lib/core/inputs/page'
import { parseInput } from '@/lib/services/access/parse'
import { listAudit, listOperatorAudit } from './list'

const heads = ['id', 'at', 'actor_kind', 'actor_id', 'actor_name', 'actor_address', 'verb', 'target_kind', 'target_id', 'target_name', 'ip', 'before', 'after']
const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
const csv = (rows: readonly AuditRow[]) =>
  csvLines(rows.map((r) => [r.id, r.at.toISOString(), r.actorKind, r.actorId, r.actorName, r.actorAddress, r.verb, r.targetKind, r.targetId, r.targetName, r.ip, json(r.before), json(r.after)]))
const jsonl = (rows: readonly AuditRow[]) => rows.map((r) => `${JSON.stringify(auditEntry(r))}\n`).join('')

/** The tenant's filtered audit as a file, whole. Throws as `listAudit`, before the first piece. */
export const exportAudit = ({ ctx, input }: { ctx: TenantContext; input: ExportAudit }): AsyncGenerator<string> => pieces(input, (page) => listAudit({ ctx, input: page }))

export const exportOperatorAudit = ({ ctx, input }: { ctx: OperatorContext; input: ExportAudit }): AsyncGenerator<string> => pieces(input, (page) => listOperatorAudit({ ctx, input: page }))

/**
 * A page each, newest first: no transaction stays open between them, and a reader who stops reading stops the work. CSV begins with a byte
 * order mark, for spreadsheets that else take UTF-8 for something older.
 */
async function* pieces(input: ExportAudit, read: (page: Omit<ExportAudit, 'format'> & { limit: number; cursor?: string }) => Promise<Page<AuditRow>>): AsyncGenerator<string> {
  const { format, ...filters } = parseInput(ExportAudit, input)
  const lines = format === 'csv' ? csv : jsonl
  let head = format === 'csv' ? `\uFEFF${csvLines([heads])}` : ''
  let page = await read({ ...filters, limit: 100 })
  for (;;) {
    const piece = head + lines(page.data)
    head = ''
    if (piece !== '') yield piece
    if (page.nextCursor === null) return
    page = await read({ ...filters, limit: 100, cursor: page.nextCursor })
  }
}
