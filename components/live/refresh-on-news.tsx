'use client'

import { useRouter } from 'next/navigation'
import { useLive } from './use-live'

/** Reads the page again when mail has come or changed. For a page that waits for it; draws nothing. */
export function RefreshOnNews({ url }: { url: string }) {
  const router = useRouter()
  useLive(url, (topic) => {
    if (topic !== 'domain') router.refresh()
  })
  return null
}
