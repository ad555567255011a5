import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { NavLink } from './nav-link'
import type { Place } from './navigation'

interface Props {
  label: string
  places: readonly Place[]
  folded: boolean
  /** Keeps `sidebar`: open | folded. */
  setPreference: (form: FormData) => Promise<void>
  /** Above the pages: whose they are. */
  head: ReactNode
  /** Below them: the reader's own. */
  foot: ReactNode
}

/** The pages, on the left of a wide screen: 232 px, or 56 when folded. */
export function Sidebar({ label, places, folded, setPreference, head, foot }: Props) {
  const t = useTranslations('console')
  const groups = [...new Set(places.map((p) => p.group))]
  return (
    <header className={classes('sticky top-0 hidden h-dvh shrink-0 flex-col border-r border-line bg-surface md:flex', folded ? 'w-14' : 'w-58')}>
      <div className={classes('flex min-h-11 items-center border-b border-line', folded ? 'justify-center' : 'px-3')}>{head}</div>
      <nav aria-label={label} className="flex flex-1 flex-col gap-3 overflow-y-auto px-2 py-3">
        {groups.map((group) => (
          <div key={group}>
            {!folded && <p className="px-2 pb-1 text-meta font-medium text-ink-3">{t(`group.${group}`)}</p>}
            <ul>
              {places
                .filter((place) => place.group === group)
                .map(({ noun, href, icon, deeper }) => (
                  <li key={noun}>
                    <NavLink
                      href={href}
                      first={href === places[0]?.href}
                      deeper={deeper}
                      title={folded ? t(`nav.${noun}`) : undefined}
                      className={classes(
                        'flex min-h-8 items-center gap-2 rounded-control px-2 text-form text-ink-2 no-underline hover:bg-hover hover:text-ink pointer-coarse:min-h-11',
                        'aria-[current]:bg-selected aria-[current]:font-medium aria-[current]:text-ink',
                        folded && 'justify-center',
                      )}
                    >
                      <Icon name={icon} />
                      <span className={folded ? 'sr-only' : ''}>{t(`nav.${noun}`)}</span>
                    </NavLink>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className={classes('flex border-t border-line p-2', folded ? 'flex-col items-center gap-2' : 'items-center justify-between gap-1')}>
        {foot}
        <form action={setPreference}>
          <button
            type="submit"
            name="sidebar"
            value={folded ? 'open' : 'folded'}
            aria-label={t(folded ? 'openSidebar' : 'foldSidebar')}
            title={t(folded ? 'openSidebar' : 'foldSidebar')}
            className="flex size-8 items-center justify-center rounded-control text-ink-2 hover:bg-hover hover:text-ink pointer-coarse:size-11"
          >
            <Icon name="sidebar" />
          </button>
        </form>
      </div>
    </header>
  )
}
