import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { NavLink } from './nav-link'
import type { Place } from './navigation'

const slot =
  'flex min-h-14 w-full flex-col items-center justify-center gap-0.5 text-meta text-ink-2 no-underline aria-[current]:font-semibold aria-[current]:text-accent'

/** So many fit at the thumb with their names; the menu has the others. */
const atThumb = 4

/** The first pages on a phone, at the thumb, and a menu with the rest that opens without script. */
export function BottomBar({ label, places, menu }: { label: string; places: readonly Place[]; menu: ReactNode }) {
  const t = useTranslations('console')
  return (
    <nav aria-label={label} className="fixed inset-x-0 bottom-0 z-20 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden">
      <ul className="flex flex-1">
        {places.slice(0, atThumb).map(({ noun, href, icon }) => (
          <li key={noun} className="min-w-0 flex-1">
            <NavLink href={href} first={href === places[0]?.href} className={slot}>
              <Icon name={icon} size={20} />
              <span className="max-w-full truncate px-0.5">{t(`nav.${noun}`)}</span>
            </NavLink>
          </li>
        ))}
      </ul>
      <details className="group relative w-16">
        <summary className={`${slot} list-none`}>
          <Icon name="menu" size={20} />
          {t('menu')}
        </summary>
        <div className="absolute right-2 bottom-full mb-2 max-h-[70dvh] w-72 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-panel border border-line bg-surface p-3 shadow-lg">
          {places.length > atThumb && (
            <ul className="mb-3 border-b border-line pb-2">
              {places.slice(atThumb).map(({ noun, href, icon, deeper }) => (
                <li key={noun}>
                  <NavLink href={href} first={false} deeper={deeper} className="flex min-h-11 items-center gap-2 rounded-control px-2 text-form text-ink no-underline hover:bg-hover aria-[current]:bg-selected aria-[current]:font-medium">
                    <Icon name={icon} />
                    {t(`nav.${noun}`)}
                  </NavLink>
                </li>
              ))}
            </ul>
          )}
          {menu}
        </div>
      </details>
    </nav>
  )
}
