import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { SaveView, ViewId } from '@/lib/core/inputs/saved-view'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'

export interface SavedView {
  id: string
  name: string
  query: string
}

const most = 50

/** Views are a user's own: an API key has none. They change nothing that others see, so no audit tells of them. */
function owner(ctx: TenantContext): string {
  authorize(ctx, 'message.read')
  if (ctx.actor.kind !== 'user') throw new Refusal('forbidden', 'Saved views belong to a user.')
  return ctx.actor.id
}

/** The user's views of this tenant's log, by name; none for an operator who looks into the tenant. */
export async function listViews({ ctx }: { ctx: TenantContext }): Promise<SavedView[]> {
  if (ctx.impersonation) return []
  const userId = owner(ctx)
  const { tenantId } = ctx
  return inTenant(tenantId, (tx) => tx.savedView.findMany({ where: { tenantId, userId }, orderBy: { name: 'asc' }, take: most, select: { id: true, name: true, query: true } }))
}

/** Saves a view; one of the same name is replaced. Throws Refusal `forbidden`, `invalid`, `conflict` at 50 views. */
export async function saveView({ ctx, input }: { ctx: TenantContext; input: SaveView }): Promise<SavedView> {
  const userId = owner(ctx)
  const { name, query } = parseInput(SaveView, input)
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    const others = await tx.savedView.count({ where: { tenantId, userId, name: { not: name } } })
    if (others >= most) throw new Refusal('conflict', `You have ${most} views here, which is the most: delete one first.`)
    const key = { tenantId_userId_name: { tenantId, userId, name } }
    return tx.savedView.upsert({ where: key, create: { tenantId, userId, name, query }, update: { query }, select: { id: true, name: true, query: true } })
  })
}

/** Deletes one of the user's views. Throws Refusal `not_found`, also for another user's. */
export async function deleteView({ ctx, input }: { ctx: TenantContext; input: { id: string } }): Promise<void> {
  const userId = owner(ctx)
  const { id } = parseInput(ViewId, input)
  const { tenantId } = ctx
  const { count } = await inTenant(tenantId, (tx) => tx.savedView.deleteMany({ where: { tenantId, userId, id } }))
  if (count === 0) throw new Refusal('not_found', 'There is no such view.')
}
