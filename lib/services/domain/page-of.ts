import { z } from 'zod'
import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { DomainPage } from '@/lib/core/inputs/domain'
import type { Page } from '@/lib/core/inputs/page'
import type { Domain } from '@/lib/db/generated/client'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'

const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** The tenant's rows, newest first, a page at a time. Throws Refusal `forbidden`, `invalid`. */
export async function pageOfDomains({ ctx, input }: { ctx: TenantContext; input: unknown }): Promise<Page<Domain>> {
  authorize(ctx, 'domain.read')
  const { limit, cursor } = parseInput(DomainPage, input)
  const { tenantId } = ctx
  const [at, id] = cursor === undefined ? [] : readCursor(cursor)
  const older = at && id ? { OR: [{ createdAt: { lt: new Date(at) } }, { createdAt: new Date(at), id: { lt: id } }] } : {}
  return inTenant(tenantId, async (tx) => {
    const rows = await tx.domain.findMany({ where: { tenantId, ...older }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: limit + 1 })
    const page = rows.slice(0, limit)
    const last = rows.length > limit ? page.at(-1) : undefined
    const nextCursor = last ? Buffer.from(JSON.stringify([last.createdAt.toISOString(), last.id])).toString('base64url') : null
    return { data: page, nextCursor }
  })
}

function readCursor(cursor: string): z.infer<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    throw new Refusal('invalid', 'The input is not right: see the fields named.', [{ path: ['cursor'], message: 'must be the nextCursor of a page before' }])
  }
}
