'use client'

import { useEffect, useEffectEvent, useState } from 'react'

export type LiveState = 'live' | 'connecting' | 'lost'

const firstWait = 2_000
const mostWait = 60_000

/**
 * Hears what changes: `onNews('delivery')`. Once it hears, also after a connection was lost, `onNews('missed')`: between the page's making and
 * then, something may have changed unheard.
 * `lost` is for the page to say. Without a `url` nothing is heard.
 */
export function useLive(url: string | null, onNews: (topic: string) => void): LiveState {
  const [state, setState] = useState<LiveState>('connecting')
  const news = useEffectEvent(onNews)
  useEffect(() => {
    if (!url) return
    let source: EventSource
    let timer: ReturnType<typeof setTimeout> | undefined
    let wait = firstWait
    let missed = true
    const open = () => {
      source = new EventSource(url)
      source.addEventListener('ready', () => {
        wait = firstWait
        setState('live')
        if (missed) news('missed')
        missed = false
      })
      source.onmessage = (event: MessageEvent<string>) => news(event.data)
      source.onerror = () => {
        missed = true
        setState('lost')
        // A browser tries again by itself only where the connection broke, not where the answer was no.
        if (source.readyState !== EventSource.CLOSED) return
        clearTimeout(timer)
        timer = setTimeout(open, wait)
        wait = Math.min(wait * 2, mostWait)
      }
    }
    open()
    return () => {
      clearTimeout(timer)
      source.close()
      setState('connecting')
    }
  }, [url])
  return state
}
