import type { TenantContext } from '@/lib/core/access/actor'
import { roles } from '@/lib/core/access/matrix'
import { Refusal } from '@/lib/core/access/refusal'
import { ofRole } from '@/lib/core/access/scope'
import { allows } from '@/lib/services/access/authorize'

/**
 * Whether the caller may give this role, and take it. Nobody gives more than he has: an admin makes no owner and touches none, nobody raises
 * himself, and an API key of few scopes invites nobody who could do more than it. An unknown role is refused.
 */
export const mayGive = (ctx: TenantContext, role: string): boolean => {
  const known = roles.find((r) => r === role)
  return known !== undefined && ofRole(known).every((permission) => allows(ctx, permission))
}

/** Throws Refusal `forbidden`. */
export function refuseBeyond(ctx: TenantContext, ...given: string[]): void {
  const beyond = given.find((role) => !mayGive(ctx, role))
  if (beyond === undefined) return
  const message = beyond === 'owner' ? 'Only an owner makes an owner, changes one or removes one: ask one.' : `You cannot give or take a role that may do more than you: ${beyond}.`
  throw new Refusal('forbidden', message, [{ path: ['role'], message, code: 'beyond' }])
}
