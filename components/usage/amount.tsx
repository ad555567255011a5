import { useFormatter } from 'next-intl'
import { Bytes } from '@/components/ui/bytes'
import type { LimitName } from '@/lib/core/limit/limits'

/** So much of what a limit is of: bytes for people, all else as a number. */
export function Amount({ name, n }: { name: LimitName; n: number }) {
  const format = useFormatter()
  return name === 'storageBytes' ? <Bytes n={n} /> : format.number(n)
}
