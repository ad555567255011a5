import type { TenantContext } from '@/lib/core/access/actor'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { recordAudit } from '@/lib/services/audit/record'
import { requestSync } from '@/lib/services/sync/request-sync'
import { takeOffMailFrom } from './act-on-mail-from'
import { findDomain } from './get'

/**
 * Gives a domain up: SES stops taking its mail with the next sync. SES's identity stays, for another tenant may claim the same name, without
 * the MAIL FROM domain that was asked for here.
 * Throws Refusal `forbidden`, `not_found`.
 */
export async function removeDomain({ ctx, input }: { ctx: TenantContext; input: unknown }): Promise<void> {
  authorize(ctx, 'domain.write')
  await takeOffMailFrom(await inTenant(ctx.tenantId, (tx) => findDomain(tx, ctx.tenantId, input)))
  return inTenant(ctx.tenantId, async (tx) => {
    const row = await findDomain(tx, ctx.tenantId, input)
    await tx.domain.deleteMany({ where: { tenantId: ctx.tenantId, id: row.id } })
    await recordAudit(tx, ctx, { verb: 'domain.remove', target: { kind: 'domain', id: row.id }, before: { name: row.name, status: row.status } })
    if (row.status !== 'pending') await requestSync(tx, 'domainRemoved')
  })
}
