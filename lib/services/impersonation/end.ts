import type { OperatorContext } from '@/lib/core/access/actor'
import { inPlatform } from '@/lib/db/tenant'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { closeImpersonation } from './close'

/** The operator ends his look, in whichever log-in it was begun. Gives the tenant that he looked into; null where there was none, and it is as it should be. Throws Refusal `forbidden`. */
export async function endImpersonation({ ctx }: { ctx: OperatorContext }): Promise<string | null> {
  authorizeOperator(ctx, 'tenant.impersonate')
  return inPlatform(async (tx) => {
    const [open] = await tx.$queryRaw<{ tenantId: string; id: string }[]>`SELECT "tenantId"::text, id::text FROM open_impersonation(${ctx.actor.id}::uuid)`
    if (!open) return null
    await closeImpersonation(tx, open, 'operator', ctx.ip)
    return open.tenantId
  })
}
