import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'

interface Props {
  last: { operator: string; reason: string; startedAt: Date; until: Date; now: boolean } | null
  time: (at: Date) => string
}

/** For a tenant's own people: whether an operator looks now, or when one did last, and why. */
export function LastLook({ last, time }: Props) {
  const t = useTranslations('impersonation')
  if (!last) return <p className="text-table text-ink-3">{t('never')}</p>
  const { operator, reason, startedAt, until, now } = last
  const said = { operator, since: time(startedAt), until: time(until) }
  const why = <p className="wrap-anywhere"><bdi>{t('reason', { reason })}</bdi></p>
  if (now)
    return (
      <Banner tone="warn" icon="eye">
        <p><bdi>{t('now', said)}</bdi></p>
        {why}
      </Banner>
    )
  return (
    <div className="text-table text-ink-3">
      <p><bdi>{t('last', said)}</bdi></p>
      {why}
    </div>
  )
}
