import type { z } from 'zod'
import type { TenantContext } from '@/lib/core/access/actor'
import { LogPage, MessageId } from '@/lib/core/inputs/message'
import { inTenantSql } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { conditions, idRange } from './filter'

export interface Neighbours {
  newer: string | undefined
  older: string | undefined
}

/**
 * The messages beside one in the log that these filters make, by keyset. With a search there are none: its hits come in batches, and
 * walking them for two links would cost more than the page. Throws Refusal `forbidden`, `invalid`.
 */
export async function neighboursOf({ ctx, input }: { ctx: TenantContext; input: { id: string; filters: LogPage } }): Promise<Neighbours> {
  authorize(ctx, 'message.read')
  const { id } = parseInput(MessageId, { id: input.id })
  const filters: z.output<typeof LogPage> = parseInput(LogPage, { ...input.filters, cursor: undefined, newer: undefined })
  if (filters.q) return { newer: undefined, older: undefined }
  const { before, since } = idRange(filters)
  return inTenantSql(ctx.tenantId, async (client) => {
    const beside = async (op: '<' | '>', order: 'DESC' | 'ASC') => {
      const values: unknown[] = []
      const add = (value: unknown) => `$${values.push(value)}`
      const where = [`"tenantId" = ${add(ctx.tenantId)}`, `id ${op} ${add(id)}`, `id < ${add(before)}`, `id >= ${add(since)}`, ...conditions(filters, add)]
      const { rows } = await client.query<{ id: string }>(`SELECT id FROM delivery d WHERE ${where.join(' AND ')} ORDER BY id ${order} LIMIT 1`, values)
      return rows[0]?.id
    }
    return { newer: await beside('>', 'ASC'), older: await beside('<', 'DESC') }
  })
}
