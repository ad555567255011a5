import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'

interface Props {
  state: 'waiting' | 'done' | 'refused' | 'waits'
  /** The page's own address, to look again. */
  here: string
}

/** What came of asking for a replay: the worker does it, so the answer may still be on its way. */
export function ReplayState({ state, here }: Props) {
  const t = useTranslations('messages.page')
  return (
    <div role="status" className="flex flex-wrap items-center gap-3 rounded-panel border border-line bg-selected px-4 py-2">
      <p>{t(`replayState.${state}`)}</p>
      {state === 'waiting' && (
        <Link href={here} prefetch={false} className={buttonClass()}>
          {t('lookAgain')}
        </Link>
      )}
    </div>
  )
}
