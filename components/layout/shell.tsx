import type { ReactNode } from 'react'
import { ToastProvider } from '@/components/ui/toast'
import { BottomBar } from './bottom-bar'
import { ConsoleKeys } from './console-keys'
import type { Place } from './navigation'
import { Palette, type Found } from './palette'
import { PreferencesMenu, type MenuProps } from './preferences-menu'
import { Sidebar } from './sidebar'
import { SkipLink } from './skip-link'
import { TenantSwitcher, type SwitcherEntry } from './tenant-switcher'
import { UserMenu } from './user-menu'

interface Props {
  label: string
  places: readonly Place[]
  current: string
  entries: readonly SwitcherEntry[]
  folded: boolean
  menu: MenuProps
  /** The operator's side has a line of its own colour on top. */
  operator?: boolean
  /** What a pasted address, id or domain leads to. */
  find: (text: string) => Promise<Found[]>
  children: ReactNode
}

/** The console around a page: sidebar on a wide screen, bottom bar on a phone, palette and keys. */
export function Shell({ label, places, current, entries, folded, menu, operator = false, find, children }: Props) {
  return (
    <ToastProvider>
      <div className={operator ? 'border-t-2 border-odd' : ''}>
        <SkipLink />
        <div className="flex min-h-dvh">
          <Sidebar
            label={label}
            places={places}
            folded={folded}
            setPreference={menu.setPreference}
            head={<TenantSwitcher current={current} entries={entries} folded={folded} />}
            foot={
              <>
                <UserMenu {...menu} />
                <Palette places={places} find={find} />
              </>
            }
          />
          <div className="flex min-w-0 flex-1 flex-col pb-14 md:pb-0">
            <header className="flex min-h-11 items-center border-b border-line bg-surface px-4 md:hidden">
              <TenantSwitcher current={current} entries={entries} />
            </header>
            <main id="content" tabIndex={-1} className="flex w-full min-w-0 flex-1 flex-col outline-none">
              {children}
            </main>
          </div>
        </div>
        <BottomBar label={label} places={places} menu={<PreferencesMenu {...menu} />} />
        <ConsoleKeys places={places} />
      </div>
    </ToastProvider>
  )
}
