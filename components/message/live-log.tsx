'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useLive } from '@/components/live/use-live'
import { buttonClass } from '@/components/ui/button-class'
import { Icon } from '@/components/ui/icon'

interface Props {
  url: string
  /** Counts what is newer than what is shown. */
  news: string
  /** The newest page with the same filters. */
  newest: string
}

/** News is said at most this often: a screen reader is not talked over. */
const pause = 5_000

/** The live toggle, and the pill that says how many wait: nothing moves under the reader until it is pressed. */
export function LiveLog({ url, news, newest }: Props) {
  const t = useTranslations('log')
  const router = useRouter()
  const [on, setOn] = useState(true)
  const [waiting, setWaiting] = useState({ count: 0, more: false, of: news })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const last = useRef(0)
  const ask = async () => {
    timer.current = undefined
    last.current = Date.now()
    const answer = await fetch(news).catch(() => null)
    if (answer?.ok) setWaiting({ ...((await answer.json()) as { count: number; more: boolean }), of: news })
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const state = useLive(on ? url : null, (topic) => {
    if (topic !== 'delivery' && topic !== 'missed') return
    timer.current ??= setTimeout(() => void ask(), Math.max(0, last.current + pause - Date.now()))
  })
  // Of other filters or an older page.
  const count = waiting.of === news ? waiting.count : 0
  const said = on ? t(`liveState.${state}`) : t('liveState.off')
  return (
    <>
      <span aria-live="polite">
        {count > 0 && (
          <button type="button" data-news className={buttonClass('primary', '!rounded-full', 'small')} onClick={() => (location.pathname + location.search === newest ? router.refresh() : router.push(newest))}>
            <Icon name="up" />
            {waiting.more ? t('newMany', { count }) : t('new', { count })}
          </button>
        )}
      </span>
      <span role="status" className={on && state === 'lost' ? 'text-meta text-warn' : 'sr-only'}>
        {said}
      </span>
      <button type="button" aria-pressed={on} title={said} className={buttonClass('plain', undefined, 'small')} onClick={() => setOn(!on)}>
        <Icon name={on && state === 'live' ? 'pulse' : 'pause'} />
        {t('live')}
      </button>
    </>
  )
}
