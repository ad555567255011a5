import { config } from '@/lib/config'
import type { TenantContext } from '@/lib/core/access/actor'
import { roles } from '@/lib/core/access/matrix'
import type { Transaction } from '@/lib/db/tenant'
import { queueMail } from '@/lib/services/account/queue-mail'
import { memberWords, plainName } from './words'

/** Tells a member by mail, in his language, that somebody else changed his role or took it. `role`: the new one. */
export async function tellMember(tx: Transaction, ctx: TenantContext, userId: string, role: string | undefined): Promise<void> {
  if (ctx.actor.kind === 'user' && ctx.actor.id === userId) return
  const reader = await tx.user.findFirst({ where: { id: userId, disabledAt: null }, select: { email: true, locale: true } })
  const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenantId }, select: { name: true, slug: true } })
  if (!reader) return
  const t = memberWords(reader.locale)
  const name = plainName(tenant.name)
  const known = roles.find((r) => r === role)
  const content = known
    ? { subject: t('mail.roleSubject', { tenant: name }), paragraphs: [t('mail.roleBody', { tenant: name, role: t(`role.${known}`) }), t(`roleMeans.${known}`)] }
    : { subject: t('mail.removedSubject', { tenant: name }), paragraphs: [t('mail.removedBody', { tenant: name }), t('mail.removedAsk')] }
  const link = known ? { link: { label: t('mail.open', { tenant: name }), url: `${config().url}/t/${tenant.slug}` } } : {}
  await queueMail(tx, { kind: 'notice', to: reader.email, content: { locale: reader.locale, ...content, ...link } })
}
