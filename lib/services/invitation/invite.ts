import { config } from '@/lib/config'
import type { TenantContext } from '@/lib/core/access/actor'
import { roles } from '@/lib/core/access/matrix'
import { Refusal } from '@/lib/core/access/refusal'
import { InvitationId, Invite } from '@/lib/core/inputs/member'
import type { Invitation } from '@/lib/db/generated/client'
import { inTenant, type Transaction } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { makeToken, tokenHash } from '@/lib/services/account/link-token'
import { plainName } from '@/lib/services/account/mail-words'
import { queueMail } from '@/lib/services/account/queue-mail'
import { countSignUp } from '@/lib/services/account/sign-up-limit'
import { recordAudit } from '@/lib/services/audit/record'
import { refuseOverLimit } from '@/lib/services/limit/check'
import { refuseBeyond } from '@/lib/services/member/may-give'
import { memberWords } from '@/lib/services/member/words'
import { named, type InvitationRow } from './row'

/** How long an invitation's link works: 7 days. */
const lifetime = 7 * 86_400_000

export const invitationNotFound = (): Refusal => new Refusal('not_found', 'There is no such invitation.')

/**
 * Invites an address by mail. One that is invited already gets a new link and the new role; the old link is void.
 * Throws Refusal `forbidden`, `invalid`, `conflict` (a member already, or the limit is reached), `rate_limited`.
 */
export async function invite({ ctx, input }: { ctx: TenantContext; input: Invite }): Promise<InvitationRow> {
  authorize(ctx, 'member.write')
  const { email, role, locale } = parseInput(Invite, input)
  refuseBeyond(ctx, role)
  await countMails(ctx, email)
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } })
    if (user && (await tx.membership.findFirst({ where: { tenantId, userId: user.id } }))) throw memberAlready(email)
    const before = await tx.invitation.findFirst({ where: { tenantId, email } })
    if (before) return renew(tx, ctx, before, { role, locale })
    const open = await tx.invitation.count({ where: { tenantId, declinedAt: null, expiresAt: { gt: new Date() } } })
    await refuseOverLimit(tx, tenantId, 'members', ['email'], open)
    const token = makeToken()
    const invitedBy = ctx.actor.kind === 'user' ? ctx.actor.id : null
    // The unique key settles two at once.
    const data = { tenantId, email, role, locale, tokenHash: tokenHash(token), invitedBy, expiresAt: new Date(Date.now() + lifetime) }
    const [row] = await tx.invitation.createManyAndReturn({ data: [data], skipDuplicates: true })
    if (!row) throw new Refusal('conflict', `${email} was invited by somebody else just now: look again.`)
    await recordAudit(tx, ctx, { verb: 'invitation.create', target: { kind: 'invitation', id: row.id }, after: { email, role } })
    await mailInvitation(tx, row, token)
    return named(tx, row)
  })
}

/** Sends an invitation anew, with a new link for another 7 days. Throws Refusal `forbidden`, `invalid`, `not_found`, `rate_limited`. */
export async function resendInvitation({ ctx, input }: { ctx: TenantContext; input: unknown }): Promise<InvitationRow> {
  authorize(ctx, 'member.write')
  const { id } = parseInput(InvitationId, input)
  const { tenantId } = ctx
  const row = await inTenant(tenantId, (tx) => tx.invitation.findFirst({ where: { tenantId, id } }))
  if (!row) throw invitationNotFound()
  await countMails(ctx, row.email)
  return inTenant(tenantId, (tx) => renew(tx, ctx, row, row))
}

async function renew(tx: Transaction, ctx: TenantContext, { id, role: old }: Invitation, { role, locale }: { role: string; locale: string }): Promise<InvitationRow> {
  refuseBeyond(ctx, old)
  const { tenantId } = ctx
  const token = makeToken()
  const invitedBy = ctx.actor.kind === 'user' ? ctx.actor.id : null
  const now = Date.now()
  const data = { role, locale, tokenHash: tokenHash(token), invitedBy, sentAt: new Date(now), expiresAt: new Date(now + lifetime), declinedAt: null }
  const [row] = await tx.invitation.updateManyAndReturn({ where: { tenantId, id }, data })
  if (!row) throw invitationNotFound()
  await recordAudit(tx, ctx, { verb: 'invitation.renew', target: { kind: 'invitation', id }, before: { email: row.email, role: old }, after: { email: row.email, role } })
  await mailInvitation(tx, row, token)
  return named(tx, row)
}

/** A stranger gets few mails that he did not ask for, from all tenants together, and a tenant sends not too many. */
async function countMails(ctx: TenantContext, email: string): Promise<void> {
  await countSignUp('invite', ctx.tenantId)
  await countSignUp('mail', email)
}

const memberAlready = (email: string) => {
  const message = `${email} is a member already.`
  return new Refusal('conflict', message, [{ path: ['email'], message, code: 'member' }])
}

async function mailInvitation(tx: Transaction, row: Invitation, token: string): Promise<void> {
  const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: row.tenantId }, select: { name: true } })
  const inviter = row.invitedBy && (await tx.user.findUnique({ where: { id: row.invitedBy }, select: { name: true } }))
  const reader = await tx.user.findUnique({ where: { email: row.email }, select: { locale: true } })
  const locale = reader?.locale ?? row.locale
  const t = memberWords(locale)
  const [name, who] = [plainName(tenant.name), inviter ? plainName(inviter.name) : '']
  const role = roles.find((r) => r === row.role) ?? 'viewer'
  const paragraphs = [who ? t('mail.inviteBody', { who, tenant: name, role: t(`role.${role}`) }) : t('mail.inviteBodyKey', { tenant: name, role: t(`role.${role}`) }), t(`roleMeans.${role}`), t('mail.inviteIgnore')]
  const link = { label: t('mail.inviteLink'), url: `${config().url}/invite?token=${token}` }
  await queueMail(tx, { kind: 'invite', to: row.email, content: { locale, subject: t('mail.inviteSubject', { tenant: name }), paragraphs, link } })
}
