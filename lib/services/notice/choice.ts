import type { UserContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { ChangeNotices } from '@/lib/core/inputs/notice'
import { isOptional, kindsFor, type NoticeKind } from '@/lib/core/notice/kinds'
import { database } from '@/lib/db/client'
import { inPlatform, inTenant, type Transaction } from '@/lib/db/tenant'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit, recordOperatorAudit } from '@/lib/services/audit/record'
import { tenantsOfUser } from '@/lib/services/tenant/of-user'

export interface NoticeChoice {
  /** Of a tenant; undefined: what operators get. */
  tenant?: { slug: string; name: string }
  kinds: { kind: NoticeKind; on: boolean; always: boolean }[]
}

const choiceOf = (kinds: readonly NoticeKind[], off: readonly string[]): NoticeChoice['kinds'] =>
  kinds.map((kind) => ({ kind, always: !isOptional(kind), on: !isOptional(kind) || !off.includes(kind) }))

/** What comes by mail to whoever is logged in: for each of his tenants, and as an operator. */
export async function readNoticeChoices({ ctx }: { ctx: UserContext }): Promise<NoticeChoice[]> {
  const userId = ctx.actor.id
  const choices: NoticeChoice[] = []
  for (const { id, slug, name, role } of await tenantsOfUser(userId)) {
    const member = await inTenant(id, (tx) => tx.membership.findUnique({ where: { tenantId_userId: { tenantId: id, userId } }, select: { noticesOff: true } }))
    if (member) choices.push({ tenant: { slug, name }, kinds: choiceOf(kindsFor(role), member.noticesOff) })
  }
  const user = await database().prisma.user.findUnique({ where: { id: userId }, select: { isOperator: true, noticesOff: true } })
  if (user?.isOperator) choices.push({ kinds: choiceOf(kindsFor('operator'), user.noticesOff) })
  return choices
}

/** Which kinds come by mail from now on; those that always come are not asked. Throws Refusal `invalid`, `not_found`. */
export async function changeNoticeChoice({ ctx, input }: { ctx: UserContext; input: ChangeNotices }): Promise<void> {
  const { slug, on } = parseInput(ChangeNotices, input)
  const userId = ctx.actor.id
  const offOf = (kinds: readonly NoticeKind[]) => kinds.filter((kind) => isOptional(kind) && !on.includes(kind))
  if (slug === undefined) return inPlatform((tx) => keepOperator(tx, ctx, offOf(kindsFor('operator'))))
  const tenant = (await tenantsOfUser(userId)).find((t) => t.slug === slug)
  if (!tenant) throw new Refusal('not_found', 'You are in no such tenant.')
  await inTenant(tenant.id, (tx) => keepMember(tx, ctx, tenant.id, () => offOf(kindsFor(tenant.role))))
}

/** In a transaction of the tenant: what the member does not want, made of what he did not want. */
export async function keepMember(tx: Transaction, ctx: UserContext, tenantId: string, offOf: (before: string[]) => string[]): Promise<void> {
  const where = { tenantId, userId: ctx.actor.id }
  const [row] = await tx.$queryRaw<{ role: 'owner'; off: string[] }[]>`SELECT role, "noticesOff" AS off FROM membership WHERE "tenantId" = ${tenantId}::uuid AND "userId" = ${where.userId}::uuid FOR UPDATE`
  if (!row) throw new Refusal('not_found', 'You are in no such tenant.')
  const off = offOf(row.off)
  if (String(off) === String(row.off)) return
  await tx.membership.updateMany({ where, data: { noticesOff: off } })
  await recordAudit(tx, { ...ctx, tenantId, role: row.role }, { verb: 'member.changeNotices', target: { kind: 'user', id: where.userId }, before: { off: row.off }, after: { off } })
}

export async function keepOperator(tx: Transaction, ctx: UserContext, off: string[]): Promise<void> {
  const before = await tx.user.findFirst({ where: { id: ctx.actor.id, isOperator: true }, select: { noticesOff: true } })
  if (!before) throw new Refusal('not_found', 'There is no such choice.')
  if (String(off) === String(before.noticesOff)) return
  await tx.user.updateMany({ where: { id: ctx.actor.id }, data: { noticesOff: off } })
  await recordOperatorAudit(tx, ctx, { verb: 'user.changeNotices', target: { kind: 'user', id: ctx.actor.id }, before: { off: before.noticesOff }, after: { off } })
}
