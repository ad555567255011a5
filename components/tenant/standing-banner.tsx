import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import type { Suspension } from '@/lib/core/tenant/standing'

interface Props {
  suspended: Suspension
  time: (at: Date) => string
  /** Whom to ask, where the operator has said. */
  contact: string | undefined
  /** Where the reader can take the deletion back. */
  takeBack: string | undefined
}

/** On every page of a tenant that is stopped: since when, why, whom to ask. */
export function StandingBanner({ suspended, time, contact, takeBack }: Props) {
  const t = useTranslations('tenants.banner')
  const { by, since, reason, deletionDueAt } = suspended
  const due = deletionDueAt ? time(deletionDueAt) : ''
  return (
    <div className="px-4 pt-3">
      <Banner tone="warn" icon="pause">
        <p>{by === 'operator' ? t('suspended', { since: time(since) }) : t('deleting', { since: time(since), due })}</p>
        {reason && <p className="wrap-anywhere"><bdi>{t('reason', { reason })}</bdi></p>}
        {by === 'operator' && deletionDueAt && <p>{t('also', { due })}</p>}
        {deletionDueAt && takeBack && (
          <p>
            <Link href={takeBack} prefetch={false} className="text-accent underline">
              {t('takeBack')}
            </Link>
          </p>
        )}
        <p>
          {contact ? t('askAt', { contact }) : t('ask')}
        </p>
      </Banner>
    </div>
  )
}
