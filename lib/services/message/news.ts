import type { TenantContext } from '@/lib/core/access/actor'
import { LogPage } from '@/lib/core/inputs/message'
import { parseInput } from '@/lib/services/access/parse'
import { listMessages, readLog } from './list'

/** How many messages of these filters are newer than `newer`: up to 100, then "more". Throws Refusal `forbidden`, `invalid`. */
export async function countNews({ ctx, input }: { ctx: TenantContext; input: LogPage }): Promise<{ count: number; more: boolean }> {
  const { newer, ...filters } = parseInput(LogPage, { ...input, cursor: undefined, limit: 100 })
  if (newer === undefined || filters.q) {
    const { data, nextCursor } = await listMessages({ ctx, input: filters })
    const count = newer === undefined ? data.length : data.filter((row) => row.id > newer).length
    return { count, more: count === 100 && nextCursor !== null }
  }
  const page = await readLog({ ctx, input: { ...filters, newer } })
  return { count: page.data.length, more: page.newer !== null }
}
