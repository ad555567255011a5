import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Icon, type IconName } from '@/components/ui/icon'
import { Mark } from './mark'

export interface SwitcherEntry {
  href: string
  name: string
  here: boolean
  /** Of what is no tenant. */
  icon?: IconName
}

interface Props {
  /** The tenant's name, or the operator's side. */
  current: string
  entries: readonly SwitcherEntry[]
  folded?: boolean
}

/** Whose pages these are; with more than one to choose from, a list of links that opens below it without script. */
export function TenantSwitcher({ current, entries, folded = false }: Props) {
  const t = useTranslations('console')
  const name = (
    <>
      <Mark />
      <bdi className={folded ? 'sr-only' : 'min-w-0 truncate'}>{current}</bdi>
    </>
  )
  if (entries.length < 2) return <span className="flex min-w-0 items-center gap-2 text-form font-semibold">{name}</span>
  return (
    <details className="relative min-w-0">
      <summary
        aria-label={t('switchTenant', { name: current })}
        className="flex min-h-8 min-w-0 list-none items-center gap-2 rounded-control pr-1 text-form font-semibold hover:bg-hover pointer-coarse:min-h-11"
      >
        {name}
        {!folded && <Icon name="chevron" />}
      </summary>
      <ul
        aria-label={t('tenants')}
        className="absolute top-full left-0 z-20 mt-1 max-h-96 min-w-52 overflow-y-auto rounded-panel border border-line bg-surface py-1 shadow-lg"
      >
        {entries.map((entry) => (
          <li key={entry.href}>
            <Link
              href={entry.href}
              prefetch={false}
              aria-current={entry.here ? 'true' : undefined}
              className="flex min-h-8 items-center gap-2 px-3 text-form text-ink no-underline hover:bg-hover aria-[current]:bg-selected pointer-coarse:min-h-11"
            >
              {entry.icon && <Icon name={entry.icon} />}
              <bdi>{entry.name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
