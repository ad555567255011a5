'use client'

import { useRouter } from 'next/navigation'
import { useKeys } from '@/components/layout/keys'

/** h newer, l older, Esc back to the log, r release. */
export function MessageKeys({ newer, older, log }: { newer?: string | undefined; older?: string | undefined; log: string }) {
  const router = useRouter()
  useKeys({
    ...(newer && { h: () => router.push(newer) }),
    ...(older && { l: () => router.push(older) }),
    Escape: () => router.push(log),
    r: () => document.querySelector<HTMLButtonElement>('#release button')?.click(),
  })
  return null
}
