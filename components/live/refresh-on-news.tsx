'use client'

import { useRouter } from 'next/navigation'
import { useLive } from './use-live'

/** Reads the page again when mail (or what else `of` names) has come or changed. For a page that waits for it; draws nothing. */
export function RefreshOnNews({ url, of = 'delivery' }: { url: string; of?: 'delivery' | 'webhook' | 'export' }) {
  const router = useRouter()
  useLive(url, (topic) => {
    if (topic === of || topic === 'missed') router.refresh()
  })
  return null
}
