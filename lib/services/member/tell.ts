import { config } from '@/lib/config'
import type { TenantContext } from '@/lib/core/access/actor'
import { roles } from '@/lib/core/access/matrix'
import type { Transaction } from '@/lib/db/tenant'
import { plainName } from '@/lib/services/account/mail-words'
import { deliver, readerFields } from '@/lib/services/notice/deliver'
import type { Notice } from '@/lib/services/notice/words'
import { memberWords } from './words'

/** Tells a member by mail, in his language, that somebody else changed his role or took it. `role`: the new one. */
export async function tellMember(tx: Transaction, ctx: TenantContext, userId: string, role: string | undefined): Promise<void> {
  if (ctx.actor.kind === 'user' && ctx.actor.id === userId) return
  const reader = await tx.user.findFirst({ where: { id: userId, disabledAt: null }, select: readerFields })
  const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenantId }, select: { name: true, slug: true } })
  // Who was removed has no choice any more: he is told.
  const member = await tx.membership.findFirst({ where: { tenantId: ctx.tenantId, userId }, select: { noticesOff: true } })
  const kind = role === 'owner' ? 'ownershipMoved' : 'memberChanged'
  if (reader) await deliver(tx, { kind, tenantId: ctx.tenantId, readers: [{ ...reader, noticesOff: member?.noticesOff ?? [] }], words: (locale) => notice(locale, tenant, role) })
}

function notice(locale: string, { name, slug }: { name: string; slug: string }, role: string | undefined): Notice {
  const t = memberWords(locale)
  const tenant = plainName(name)
  const known = roles.find((r) => r === role)
  if (!known) return { subject: t('mail.removedSubject', { tenant }), paragraphs: [t('mail.removedBody', { tenant }), t('mail.removedAsk')] }
  return {
    subject: t('mail.roleSubject', { tenant }),
    paragraphs: [t('mail.roleBody', { tenant, role: t(`role.${known}`) }), t(`roleMeans.${known}`)],
    link: { label: t('mail.open', { tenant }), url: `${config().url}/t/${slug}` },
  }
}
