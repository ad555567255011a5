import { Refusal } from '@/lib/core/access/refusal'
import type { Tenant } from '@/lib/db/generated/client'
import { inTenant, type Transaction } from '@/lib/db/tenant'
import { lockStanding } from './standing'

/**
 * A change of how a tenant stands, in one transaction of the tenant: no mail is stored meanwhile and nobody else changes it.
 * Throws Refusal `not_found`; for a tenant that is being erased too.
 */
export async function changeStanding<R>(id: string, work: (tx: Transaction, tenant: Tenant) => Promise<R>): Promise<R> {
  return inTenant(id, async (tx) => {
    await lockStanding(async (text, values) => ({ rows: await tx.$queryRawUnsafe<never[]>(text, ...values) }), id)
    const tenant = await tx.tenant.findUnique({ where: { id } })
    if (!tenant || tenant.erasingAt) throw new Refusal('not_found', 'There is no such tenant.')
    return work(tx, tenant)
  })
}
