import type { TenantContext } from '@/lib/core/access/actor'
import { MemberId } from '@/lib/core/inputs/member'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { readMember, type MemberRow } from './list'
import { keysOf } from './remove'

/** One member, with the number of API keys that he made and that work. Throws Refusal `forbidden`, `invalid`, `not_found`. */
export async function getMember({ ctx, input }: { ctx: TenantContext; input: unknown }): Promise<MemberRow & { keys: number }> {
  authorize(ctx, 'member.read')
  const { userId } = parseInput(MemberId, input)
  return inTenant(ctx.tenantId, async (tx) => ({ ...(await readMember(tx, ctx.tenantId, userId)), keys: await keysOf(tx, ctx.tenantId, userId) }))
}
