import { randomUUID } from 'node:crypto'
import type { OperatorContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { NewTenant } from '@/lib/core/inputs/tenant'
import { limitSettingOf } from '@/lib/core/setting/limits'
import { inTenant } from '@/lib/db/tenant'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit } from '@/lib/services/audit/record'

/**
 * Makes a tenant with its first owner. A slug once given is never given again: its reservation outlives the tenant, since mail for
 * `<slug>.<platform domain>` must never reach another. `known`: the lower limits of a
 * tenant's first days are not for it. Throws Refusal `invalid`, or `conflict` for a slug that is taken.
 */
export async function createTenant({ ctx, input, known = false }: { ctx: OperatorContext; input: NewTenant; known?: boolean }): Promise<{ id: string; slug: string; name: string }> {
  const { slug, name, ownerId } = parseInput(NewTenant, input)
  const id = randomUUID()
  // As the tenant to be: row-level security lets nobody write another's first rows.
  return inTenant(id, async (tx) => {
    const { count } = await tx.slugReservation.createMany({ data: [{ slug, tenantId: id }], skipDuplicates: true })
    if (count === 0) throw new Refusal('conflict', `The name ${slug} is taken: choose another.`, [{ path: ['slug'], message: 'is taken: choose another' }])
    if (!(await tx.user.findUnique({ where: { id: ownerId }, select: { id: true } }))) throw new Refusal('not_found', 'There is no such user.')
    const { newcomerDays } = limitSettingOf((await tx.platformSetting.findUnique({ where: { key: 'limits' } }))?.value)
    const newUntil = known || newcomerDays === 0 ? null : new Date(Date.now() + newcomerDays * 86_400_000)
    await tx.tenant.createMany({ data: [{ id, slug, name, newUntil }] })
    await tx.membership.createMany({ data: [{ tenantId: id, userId: ownerId, role: 'owner' }] })
    await recordAudit(tx, { ...ctx, tenantId: id, role: 'owner' }, { verb: 'tenant.create', target: { kind: 'tenant', id }, after: { slug, name, ownerId } })
    return { id, slug, name }
  })
}
