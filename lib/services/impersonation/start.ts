import type { OperatorContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { StartImpersonation } from '@/lib/core/inputs/impersonation'
import { dateFormat } from '@/lib/core/formatter'
import { inTenant } from '@/lib/db/tenant'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit, recordOperatorAudit } from '@/lib/services/audit/record'
import { mailMembers } from '@/lib/services/notice/mail-members'
import { closeImpersonation } from './close'

/** The longest that one look lasts; the database holds it too. */
const lasts = 60 * 60_000

/**
 * An operator looks into a tenant's console, in this log-in alone, reading alone, for an hour. One at a time: another of his that is open ends.
 * Its owners and admins are told by mail; reason and name stand in the audit of both sides. Gives the tenant's slug.
 * Throws Refusal `forbidden`, `invalid`, `not_found`, `conflict` where he is a member anyway, or begins two at once.
 */
export async function startImpersonation({ ctx, input, now = new Date() }: { ctx: OperatorContext; input: StartImpersonation; now?: Date }): Promise<{ slug: string }> {
  authorizeOperator(ctx, 'tenant.impersonate')
  const { id: tenantId, reason } = parseInput(StartImpersonation, input)
  const { sessionId, actor } = ctx
  if (actor.kind !== 'user' || !sessionId) throw new Refusal('forbidden', 'Only somebody who is logged in looks into a tenant: an API key has no console.')
  const expiresAt = new Date(now.getTime() + lasts)
  return inTenant(tenantId, async (tx) => {
    const tenant = await tx.tenant.findUnique({ where: { id: tenantId }, select: { slug: true, erasingAt: true } })
    if (!tenant || tenant.erasingAt) throw new Refusal('not_found', 'There is no such tenant.')
    if (await tx.membership.findFirst({ where: { tenantId, userId: actor.id } })) throw new Refusal('conflict', 'You are a member of this tenant: open its console as one.', [{ path: [], message: 'is yours', code: 'member' }])
    const open = await tx.$queryRaw<{ tenantId: string; id: string }[]>`SELECT "tenantId"::text, id::text FROM open_impersonation(${actor.id}::uuid)`
    for (const which of open) await closeImpersonation(tx, which, 'replaced', ctx.ip)
    // Two at once: the second finds the first by the unique index, and does nothing.
    const { count } = await tx.impersonation.createMany({ data: [{ tenantId, operatorId: actor.id, sessionId, reason, startedAt: now, expiresAt }], skipDuplicates: true })
    if (count === 0) throw new Refusal('conflict', 'You began another one in this moment: look at it, or try again.')
    const entry = { verb: 'impersonation.start', target: { kind: 'tenant', id: tenantId }, after: { reason, expiresAt: expiresAt.toISOString() } } as const
    await recordOperatorAudit(tx, ctx, entry)
    await recordAudit(tx, { actor: { kind: 'operator', id: actor.id }, tenantId, role: 'admin' }, entry)
    const { name: operator } = await tx.user.findUniqueOrThrow({ where: { id: actor.id }, select: { name: true } })
    const until = (locale: string) => dateFormat(locale, { timeZone: 'UTC', dateStyle: 'medium', timeStyle: 'short' }).format(expiresAt)
    await mailMembers(tx, {
      tenantId,
      kind: 'impersonated',
      who: 'admins',
      words: (t, { name, at }) => ({
        subject: t('impersonated.subject', { tenant: name }),
        paragraphs: [t('impersonated.what', { operator, tenant: name }), t('impersonated.reason', { reason }), t('impersonated.until', { until: until(t('impersonated.language')) })],
        link: { label: t('impersonated.link'), url: at('/audit?verb=impersonation') },
      }),
    })
    return { slug: tenant.slug }
  })
}
