import type { z } from 'zod'
import type { TenantContext } from '@/lib/core/access/actor'
import { MemberPage } from '@/lib/core/inputs/member'
import { cursorOf } from '@/lib/core/inputs/operator'
import type { Page } from '@/lib/core/inputs/page'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { allNamed, type InvitationRow } from './row'

/** Invitations that nobody has taken yet, the newest first; those that ran out or were declined too. Throws Refusal `forbidden`, `invalid`. */
export async function listInvitations({ ctx, input = {} }: { ctx: TenantContext; input?: z.input<typeof MemberPage> }): Promise<Page<InvitationRow>> {
  authorize(ctx, 'member.read')
  const { limit, cursor } = parseInput(MemberPage, input)
  const before = cursor && { OR: [{ createdAt: { lt: cursor.at } }, { createdAt: cursor.at, id: { lt: cursor.id } }] }
  const where = { tenantId: ctx.tenantId, ...before }
  const rows = await inTenant(ctx.tenantId, async (tx) => allNamed(tx, await tx.invitation.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: limit + 1 })))
  const data = rows.slice(0, limit)
  const last = data.at(-1)
  return { data, nextCursor: rows.length > limit && last ? cursorOf({ at: last.createdAt, id: last.id }) : null }
}
