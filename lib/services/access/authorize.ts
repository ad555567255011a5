import type { OperatorContext, TenantContext } from '@/lib/core/access/actor'
import { may, operatorMay, type OperatorPermission, type Permission } from '@/lib/core/access/matrix'
import { Refusal } from '@/lib/core/access/refusal'

/** First beat of each service verb. Throws Refusal `forbidden`. */
export function authorize(ctx: TenantContext, permission: Permission): void {
  if (!may(ctx.role, permission)) throw new Refusal('forbidden', `Your role, ${ctx.role}, may not do this: ask an owner or admin of the tenant.`)
}

export function authorizeOperator(_ctx: OperatorContext, permission: OperatorPermission): void {
  if (!operatorMay(permission)) throw new Refusal('forbidden', 'Operators may not do this.')
}
