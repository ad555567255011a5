'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { startTransition, useEffect, useEffectEvent, useRef } from 'react'
import { useLive } from '@/components/live/use-live'
import { classes } from '@/components/ui/classes'

const firstMs = 3000
const slowest = 60_000
/** How long news waits for a reader who is busy. */
const waitMs = 1000

/** Has written what is not sent, marks text, or is asked by a dialog: nothing may move under the reader then. */
function isBusy(): boolean {
  const at = document.activeElement
  const writes = at instanceof HTMLInputElement && at.type === 'text' && at.value !== at.defaultValue
  return writes || getSelection()?.isCollapsed === false || document.querySelector('[role=alertdialog]') !== null
}

interface Props {
  /** Where news of the tenant is heard. */
  url: string
  /** Whether a look may bring news. */
  waits: boolean
  checkedAt: string | null
  /** Asks for a look by the worker; tells when the last one was. */
  look: () => Promise<string | null>
}

/**
 * Shows what a check has found, when it has found it. While something is waited for and the page is seen, asks for looks, ever slower; their
 * answer comes as news, or with the next asking where the connection is lost.
 */
export function Watch({ url, waits, checkedAt, look }: Props) {
  const t = useTranslations('domains')
  const router = useRouter()
  const shown = useRef(checkedAt)
  useEffect(() => {
    shown.current = checkedAt
  }, [checkedAt])
  const heard = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const renew = () => {
    clearTimeout(timer.current)
    if (isBusy()) timer.current = setTimeout(renew, waitMs)
    else startTransition(() => router.refresh())
  }
  const state = useLive(url, (topic) => {
    // At the start only what waits can have changed since the page was made; after a lost connection, anything.
    if (topic === 'domain' || (topic === 'missed' && (waits || heard.current))) renew()
    heard.current = true
  })
  const ask = useEffectEvent(async () => {
    const last = await look().catch(() => shown.current)
    if (state !== 'live' && last !== shown.current) renew()
  })
  useEffect(() => {
    if (!waits) return
    let wait = firstMs
    let gone = false
    let timer: ReturnType<typeof setTimeout>
    const turn = async () => {
      if (!document.hidden) await ask()
      if (gone) return
      wait = Math.min(wait * 1.2, slowest)
      timer = setTimeout(turn, wait)
    }
    timer = setTimeout(turn, wait)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [waits])
  return (
    <p role="status" className={classes('min-h-4 text-meta', state === 'lost' ? 'text-warn' : 'text-ink-3')}>
      {state === 'lost' ? t('lost') : waits ? t('watching') : ''}
    </p>
  )
}
