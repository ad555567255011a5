'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const firstMs = 3000
const slowest = 60_000

interface Props {
  checkedAt: string | null
  /** Asks for a look by the worker; tells when the last one was. */
  look: () => Promise<string | null>
}

/** While its page is open and something is waited for: asks for looks, ever slower, and shows what they found. Nothing while hidden. */
export function Watch({ checkedAt, look }: Props) {
  const router = useRouter()
  useEffect(() => {
    let wait = firstMs
    let timer: ReturnType<typeof setTimeout>
    let gone = false
    let seen = checkedAt
    const turn = async () => {
      if (!document.hidden) {
        const last = await look().catch(() => seen)
        if (gone) return
        if (last !== seen) {
          seen = last
          router.refresh()
        }
      }
      wait = Math.min(wait * 1.2, slowest)
      timer = setTimeout(turn, wait)
    }
    timer = setTimeout(turn, wait)
    return () => {
      gone = true
      clearTimeout(timer)
    }
    // A refresh brings a new checkedAt: the waiting goes on where it was.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return null
}
