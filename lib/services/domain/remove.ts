import type { TenantContext } from '@/lib/core/access/actor'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { recordAudit } from '@/lib/services/audit/record'
import { takeOffMailFrom } from './act-on-mail-from'
import { RemoveDomain } from '@/lib/core/inputs/domain'
import { findDomain } from './get'
import { giveUpDomain } from './give-up'

/**
 * Gives a domain up: SES stops taking its mail with the next sync. An identity that was made here is deleted a day later, unless somebody
 * claims the name; one that SES had before stays, without the MAIL FROM domain that was asked for here, unless `deleteIdentity` is asked for.
 * Throws Refusal `forbidden`, `not_found`.
 */
export async function removeDomain({ ctx, input }: { ctx: TenantContext; input: unknown }): Promise<void> {
  authorize(ctx, 'domain.write')
  const { id, deleteIdentity } = RemoveDomain.safeParse(input).data ?? { id: undefined, deleteIdentity: false }
  await takeOffMailFrom(await inTenant(ctx.tenantId, (tx) => findDomain(tx, ctx.tenantId, { id })))
  return inTenant(ctx.tenantId, async (tx) => {
    const row = await findDomain(tx, ctx.tenantId, { id })
    await giveUpDomain(tx, row, { deleteIdentity })
    await recordAudit(tx, ctx, { verb: 'domain.remove', target: { kind: 'domain', id: row.id }, before: { name: row.name, status: row.status } })
  })
}
