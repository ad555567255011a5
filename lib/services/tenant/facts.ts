import type { OperatorContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { TenantId } from '@/lib/core/inputs/operator'
import type { TenantDetail } from '@/lib/core/tenant/detail'
import { inTenant } from '@/lib/db/tenant'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'

const mostShown = 200

/** Throws Refusal `forbidden`, `not_found`. */
export async function readTenantFacts({ ctx, input }: { ctx: OperatorContext; input: { id: string } }): Promise<TenantDetail> {
  authorizeOperator(ctx, 'tenant.list')
  const { id } = parseInput(TenantId, input)
  return inTenant(id, async (tx) => {
    const tenant = await tx.tenant.findUnique({ where: { id }, omit: { erasingAt: true } })
    if (!tenant) throw new Refusal('not_found', 'There is no such tenant.')
    const where = { tenantId: id }
    const memberships = await tx.membership.findMany({ where, orderBy: { createdAt: 'asc' }, take: mostShown })
    const domains = await tx.domain.findMany({
      where,
      orderBy: { name: 'asc' },
      take: mostShown,
      select: { id: true, name: true, status: true, verifiedAt: true, failingAt: true, checkedAt: true },
    })
    const acts = await tx.operatorAudit.findMany({ where: { targetKind: 'tenant', targetId: id }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 50 })
    const ids = [...memberships.map((m) => m.userId), ...acts.flatMap((a) => (a.actorKind === 'user' && a.actorId ? [a.actorId] : []))]
    const users = new Map((await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, email: true } })).map((u) => [u.id, u]))
    const [mail] = await tx.$queryRaw<{ today: number; month: number; total: number }[]>`
      SELECT coalesce(sum(n) FILTER (WHERE day = (now() AT TIME ZONE 'UTC')::date), 0)::float8 AS today,
             coalesce(sum(n) FILTER (WHERE day > (now() AT TIME ZONE 'UTC')::date - 30), 0)::float8 AS month, coalesce(sum(n), 0)::float8 AS total
      FROM day_count WHERE "tenantId" = ${id}::uuid`
    const [held] = await tx.$queryRaw<{ n: number }[]>`SELECT coalesce(sum(n), 0)::float8 AS n FROM day_count WHERE "tenantId" = ${id}::uuid AND disposition = 'held'`
    const last = await tx.delivery.findFirst({ where, orderBy: { id: 'desc' }, select: { receivedAt: true } })
    const version = await tx.ruleVersion.findFirst({ where, orderBy: { version: 'desc' }, select: { publishedAt: true } })
    return {
      ...tenant,
      members: memberships.map((m) => ({ userId: m.userId, name: users.get(m.userId)?.name ?? '', email: users.get(m.userId)?.email ?? '', role: m.role, since: m.createdAt })),
      domains,
      apiKeys: await tx.apiKey.count({ where: { ...where, revokedAt: null } }),
      mail: { today: mail!.today, month: mail!.month, total: mail!.total, held: held!.n },
      lastMail: last?.receivedAt ?? null,
      rulesPublishedAt: version?.publishedAt ?? null,
      acts: acts.map(({ at, verb, actorKind, actorId, before, after }) => ({ at, verb, by: actorKind === 'user' ? (users.get(actorId ?? '')?.name ?? null) : null, before, after })),
    }
  })
}
