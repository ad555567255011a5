import type { TenantContext } from '@/lib/core/access/actor'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { domainAnswer, type DomainAnswer } from './answer'
import { askMailFrom } from './ask-mail-from'
import { findDomain } from './get'

/**
 * Gives the custom MAIL FROM domain up: SES uses its own again, once the check that follows has told it. One that somebody else set stays.
 * Twice is the same as once. Throws Refusal `forbidden`, `not_found`.
 */
export async function clearMailFrom({ ctx, input }: { ctx: TenantContext; input: unknown }): Promise<DomainAnswer> {
  authorize(ctx, 'domain.write')
  return inTenant(ctx.tenantId, async (tx) => {
    const row = await findDomain(tx, ctx.tenantId, input)
    if (row.mailFrom === null) return domainAnswer(row)
    await askMailFrom(tx, ctx, row, { domain: null, onMxFailure: 'default' })
    return domainAnswer(await findDomain(tx, ctx.tenantId, { id: row.id }))
  })
}
