import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { graceHours } from '@/lib/core/domain/status'

interface Props {
  name: string
  status: 'pending' | 'verified' | 'failing'
  expiresAt: string | null
  graceUntil: string | null
  lapsedAt: string | null
  lostAt: string | null
  adopted: boolean
  /** An instant as this page writes it. */
  time: (iso: string) => string
}

/** What time does to the domain, the most urgent first: no mail any more, mail for so long, moved away, a claim's end, whose identity it is. */
export function DomainNotices({ name, status, expiresAt, graceUntil, lapsedAt, lostAt, adopted, time }: Props) {
  const t = useTranslations('domains')
  return (
    <>
      {lapsedAt !== null && <Banner tone="bad">{t('lapsed', { at: time(lapsedAt), hours: graceHours })}</Banner>}
      {graceUntil !== null && <Banner tone="warn">{t('grace', { at: time(graceUntil) })}</Banner>}
      {status === 'pending' && lostAt !== null && <Banner tone="bad">{t('lostNotice', { name, at: time(lostAt) })}</Banner>}
      {expiresAt !== null && <Banner icon="clock">{t('expires', { at: time(expiresAt) })}</Banner>}
      {adopted && <Banner>{t('adopted')}</Banner>}
    </>
  )
}
