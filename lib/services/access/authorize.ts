import type { OperatorContext, TenantContext } from '@/lib/core/access/actor'
import { may, operatorMay, type OperatorPermission, type Permission } from '@/lib/core/access/matrix'
import { Refusal } from '@/lib/core/access/refusal'
import { log } from '@/lib/log'

/** Whether the caller has the permission. The one place that decides it for a tenant's pages, actions, routes and services. */
export const allows = (ctx: TenantContext, permission: Permission): boolean => may(ctx.role, permission) && (ctx.scopes === undefined || ctx.scopes.includes(permission))

/** First beat of each service verb. Throws Refusal `forbidden`. */
export function authorize(ctx: TenantContext, permission: Permission): void {
  if (allows(ctx, permission)) return
  // ASVS 5.0 16.3.2: refused attempts at what one may not do are logged.
  log.warn({ actor: ctx.actor, tenantId: ctx.tenantId, ip: ctx.ip, permission }, 'access was refused')
  if (ctx.actor.kind === 'apiKey') throw new Refusal('forbidden', `This API key lacks the scope ${permission}: use one that has it.`)
  throw new Refusal('forbidden', `Your role, ${ctx.role}, may not do this: ask an owner or admin of the tenant.`)
}

export function authorizeOperator(ctx: OperatorContext, permission: OperatorPermission): void {
  if (operatorMay(permission)) return
  log.warn({ actor: ctx.actor, ip: ctx.ip, permission }, 'access was refused to an operator')
  throw new Refusal('forbidden', 'Operators may not do this.')
}
