import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { LinkPending } from '@/components/ui/pending'

interface Props {
  /** Each with the address of the page without it. */
  active: readonly { name: string; value: string; without: string }[]
  /** The page's address without filters. */
  clear: string
  /** The catalogue that has `activeFilters`, `remove`, `filterIs` and `clear`. */
  noun: 'messages' | 'audit'
}

/** What a list is filtered by, each to be taken away. */
export function ActiveFilters({ active, clear, noun }: Props) {
  const t = useTranslations(noun)
  const c = useTranslations('console')
  if (active.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ul aria-label={t('activeFilters')} className="contents">
        {active.map((filter) => (
          <li key={filter.name} className="max-w-full">
            <Link
              href={filter.without}
              prefetch={false}
              aria-label={t('remove', filter)}
              className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-chip bg-selected px-2 text-table text-ink no-underline hover:bg-mute-soft pointer-coarse:min-h-11"
            >
              <bdi className="truncate">{t('filterIs', filter)}</bdi>
              <Icon name="close" size={12} />
              <LinkPending label={c('loading')} />
            </Link>
          </li>
        ))}
      </ul>
      <Link href={clear} prefetch={false} className={buttonClass('quiet')}>
        {t('clear')}
        <LinkPending label={c('loading')} />
      </Link>
    </div>
  )
}
