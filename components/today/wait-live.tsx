'use client'

import { useRouter } from 'next/navigation'
import { useLive } from '@/components/live/use-live'

/** Looks again when mail has come. Draws nothing. */
export function WaitLive({ url }: { url: string }) {
  const router = useRouter()
  useLive(url, (topic) => {
    if (topic !== 'domain') router.refresh()
  })
  return null
}
