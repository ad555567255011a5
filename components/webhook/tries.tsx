import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { AttemptState } from '@/lib/core/inputs/webhook'
import { AttemptChip } from './chips'

interface Props {
  tries: readonly { id: string; n: number; state: AttemptState; status: number | null; time: string }[]
  current: string
  /** Where an attempt's page is, by its id. */
  base: string
}

/** All tries of one event, the first one first. */
export function Tries({ tries, current, base }: Props) {
  const t = useTranslations('webhooks')
  return (
    <ol className="flex flex-col gap-1">
      {tries.map((a) => (
        <li key={a.id} className="flex flex-wrap items-center gap-x-3">
          {a.id === current ? (
            <span aria-current="page" className="font-medium">
              {t('try', { n: a.n })}
            </span>
          ) : (
            <Link href={`${base}/${a.id}`} prefetch={false} className="inline-flex min-h-6 items-center text-accent underline pointer-coarse:min-h-11">
              {t('try', { n: a.n })}
            </Link>
          )}
          <AttemptChip state={a.state} status={a.status} />
          <span className="text-table text-ink-3">{a.time}</span>
        </li>
      ))}
    </ol>
  )
}
