import Link from 'next/link'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button-class'
import { Chip } from '@/components/ui/chip'
import { Panel } from '@/components/ui/panel'
import { SubmitButton } from '@/components/ui/submit-button'
import type { TenantContext } from '@/lib/core/access/actor'
import type { Role } from '@/lib/core/access/matrix'
import { listInvitations } from '@/lib/services/invitation/list'
import type { InvitationRow } from '@/lib/services/invitation/row'
import { allows } from '@/lib/services/access/authorize'
import { mayGive } from '@/lib/services/member/may-give'
import { fullTime } from '@/lib/web/format'
import { resend, withdraw } from './actions'

const looks = { pending: { tone: 'accent', icon: 'clock' }, expired: { tone: 'mute', icon: 'clock' }, declined: { tone: 'mute', icon: 'cross' } } as const

/** Who is invited and has not come yet, with what can be done about it. */
export async function Invitations({ ctx, slug, cursor }: { ctx: TenantContext; slug: string; cursor: string | undefined }) {
  const [t, locale, zone, page] = await Promise.all([getTranslations('members'), getLocale(), getTimeZone(), listInvitations({ ctx, input: { ...(cursor ? { cursor } : {}) } })])
  const time = (at: Date) => fullTime(at, locale, zone)
  const acts = (row: InvitationRow) =>
    allows(ctx, 'member.write') && mayGive(ctx, row.role) && (
      <div className="flex flex-wrap gap-2">
        <form action={resend.bind(null, slug, row.id)}>
          <SubmitButton look="plain" size="small" aria-label={t('resendTo', { email: row.email })}>
            {t('resend')}
          </SubmitButton>
        </form>
        <form action={withdraw.bind(null, slug, row.id)}>
          <SubmitButton look="quiet" size="small" aria-label={t('withdrawFrom', { email: row.email })}>
            {t('withdraw')}
          </SubmitButton>
        </form>
      </div>
    )
  return (
    <Panel id="pending" title={t('pending')}>
      {page.data.length === 0 && <p className="text-ink-2">{t('noPending')}</p>}
      <ul className="flex flex-col gap-3">
        {page.data.map((row) => (
          <li key={row.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
            <div className="min-w-0">
              <p className="font-medium wrap-anywhere">
                <bdi>{row.email}</bdi>
              </p>
              <p className="flex flex-wrap items-center gap-x-3 text-table text-ink-2">
                <span>{t(`role.${row.role as Role}`)}</span>
                <Chip {...looks[row.state]} bare>
                  {t(`state.${row.state}`, { until: time(row.expiresAt) })}
                </Chip>
                <span>{row.inviter ? t.rich('sentBy', { at: time(row.sentAt), who: () => <bdi>{row.inviter}</bdi> }) : t('sentByKey', { at: time(row.sentAt) })}</span>
              </p>
            </div>
            {acts(row)}
          </li>
        ))}
      </ul>
      {page.nextCursor && (
        <p className="pt-3">
          <Link href={`/t/${encodeURIComponent(slug)}/members?invitations=${page.nextCursor}#pending`} prefetch={false} className={buttonClass('plain', undefined, 'small')}>
            {t('olderInvitations')}
          </Link>
        </p>
      )}
    </Panel>
  )
}
