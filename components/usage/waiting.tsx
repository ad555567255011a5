import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { Bytes } from '@/components/ui/bytes'
import type { MailLimit } from '@/lib/core/limit/limits'

interface Props {
  held: { messages: number; bytes: number; waitsFor: MailLimit | null }
  /** When messages are counted anew, as the reader has time. */
  dayEnds: string
  /** The log with the held ones, for those who may read it. */
  log?: string
}

/** Mail that waits for room: how much, why, and what becomes of it. Nothing where none waits. */
export function Waiting({ held, dayEnds, log }: Props) {
  const t = useTranslations('usage')
  const { messages, bytes, waitsFor } = held
  if (!waitsFor) return null
  return (
    <Banner tone="warn" icon="pause">
      <p className="font-medium">
        {t('held', { n: messages })} (<Bytes n={bytes} />)
      </p>
      <p>{t(`heldWhy.${waitsFor}`, { at: dayEnds })}</p>
      <p>{t('heldThen')}</p>
      {log && (
        <p>
          <Link href={log} prefetch={false} className="text-accent underline">
            {t('heldSee')}
          </Link>
        </p>
      )}
    </Banner>
  )
}
