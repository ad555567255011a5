import type { OperatorContext, TenantContext } from '@/lib/core/access/actor'
import { may, mayImpersonating, mayWhileStopped, operatorMay, type OperatorPermission, type Permission } from '@/lib/core/access/matrix'
import { Refusal } from '@/lib/core/access/refusal'
import { log } from '@/lib/log'

/** Whether the caller has the permission. The one place that decides it for a tenant's pages, actions, routes and services. */
export const allows = (ctx: TenantContext, permission: Permission): boolean => grants(ctx, permission) && (!ctx.suspended || mayWhileStopped(permission))

/** Whether role and scopes have it, however the tenant stands. */
const grants = ({ role, scopes, impersonation }: TenantContext, permission: Permission): boolean =>
  may(role, permission) && (scopes === undefined || scopes.includes(permission)) && (!impersonation || mayImpersonating(permission))

/** First beat of each service verb. `act`: it is asked for as an act, which an operator who looks into a tenant may not, whatever he may read. Throws Refusal `forbidden`. */
export function authorize(ctx: TenantContext, permission: Permission, act = false): void {
  if (allows(ctx, permission) && !(act && ctx.impersonation)) return
  // ASVS 5.0 16.3.2: refused attempts at what one may not do are logged.
  log.warn({ actor: ctx.actor, tenantId: ctx.tenantId, ip: ctx.ip, permission, ...(ctx.impersonation && { impersonation: ctx.impersonation.id }) }, 'access was refused')
  throw new Refusal('forbidden', refusal(ctx, permission))
}

function refusal(ctx: TenantContext, permission: Permission): string {
  const { actor, role, suspended, impersonation } = ctx
  if (impersonation) return 'You look into this tenant as an operator, and may read alone: ask one of its owners or admins to do it.'
  if (!suspended || !grants(ctx, permission))
    return actor.kind === 'apiKey' ? `This API key lacks the scope ${permission}: use one that has it.` : `Your role, ${role}, may not do this: ask an owner or admin of the tenant.`
  const since = suspended.since.toISOString()
  if (suspended.by === 'deletion') return `The tenant is to be deleted, asked for at ${since}: until that is taken back it can be read alone.`
  return `The tenant has been suspended since ${since}: until an operator resumes it, it can be read alone.`
}

export function authorizeOperator(ctx: OperatorContext, permission: OperatorPermission): void {
  if (operatorMay(permission)) return
  log.warn({ actor: ctx.actor, ip: ctx.ip, permission }, 'access was refused to an operator')
  throw new Refusal('forbidden', 'Operators may not do this.')
}
