import { useFormatter, useTranslations } from 'next-intl'
import { MailText } from '@/components/message/mail-text'
import { Chip } from '@/components/ui/chip'
import type { Look } from '@/lib/core/receipt/look'

/** The worker looks every 5 minutes: after two that did not come, what was seen is old. */
const oldAfterMs = 11 * 60_000

interface Props {
  look: Look | null
  now: Date
  /** An instant in full. */
  time: (at: Date) => string
}

/** What SES has, as the last look found it, and when that was. */
export function SesNow({ look, now, time }: Props) {
  const t = useTranslations('operator.now')
  const format = useFormatter()
  if (!look) return <span>{t('notLooked')}</span>
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
      <State look={look} />
      <span className="text-ink-2">{t('checked', { ago: format.relativeTime(look.at, now), time: time(look.at) })}</span>
      {now.getTime() - look.at.getTime() > oldAfterMs && <Chip tone="warn" icon="clock">{t('old')}</Chip>}
      {look.failedAt && (
        <span className="basis-full text-bad">
          {t.rich('failed', { time: time(look.failedAt), said: () => <span lang="en"><MailText text={look.error ?? ''} /></span> })}
        </span>
      )}
    </span>
  )
}

function State({ look: { activeSet, oursActive, calls } }: { look: Look }) {
  const t = useTranslations('operator.now')
  if (activeSet === null) return <Chip tone="bad" icon="cross">{t('off')}</Chip>
  if (calls > 0) return <Chip tone="warn" icon="exclamation">{oursActive ? t('differs', { n: calls }) : t('foreign', { n: calls })}</Chip>
  return <Chip tone="ok" icon="tick" bare>{t('asPlanned')}</Chip>
}
