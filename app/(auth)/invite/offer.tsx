import { useTranslations } from 'next-intl'
import type { OpenInvitation } from '@/lib/services/invitation/find'

/** Who invites whom to what. */
export function Offer({ invitation: { tenant, inviter, role, email }, until }: { invitation: OpenInvitation; until: string }) {
  const t = useTranslations('members')
  const names = { tenant: () => <bdi className="font-medium">{tenant}</bdi>, inviter: () => <bdi className="font-medium">{inviter}</bdi> }
  return (
    <div className="flex flex-col gap-1 wrap-anywhere">
      <p className="text-form">{t.rich(inviter ? 'accept.from' : 'accept.fromKey', names)}</p>
      <p className="text-ink-2">{t('accept.for', { email })}</p>
      <p className="text-ink-2">
        {t('accept.as', { role: t(`role.${role}`) })} {t(`roleMeans.${role}`)}
      </p>
      <p className="text-ink-2">{t('accept.until', { until })}</p>
    </div>
  )
}
