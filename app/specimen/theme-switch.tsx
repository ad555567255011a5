'use client'

import { useSyncExternalStore } from 'react'
import { Switch } from '@/components/ui/switch'

const changed = 'specimen-attribute'
function useRootAttribute(name: 'theme' | 'density', on: string, off: string) {
  const value = useSyncExternalStore(
    (tell) => {
      addEventListener(changed, tell)
      return () => removeEventListener(changed, tell)
    },
    () => document.documentElement.dataset[name] ?? (name === 'theme' && matchMedia('(prefers-color-scheme: dark)').matches ? on : off),
    () => off,
  )
  const set = (next: boolean) => {
    document.documentElement.dataset[name] = next ? on : off
    dispatchEvent(new Event(changed))
  }
  return [value === on, set] as const
}

/** For this visit of the page only: nobody's preference changes. */
export function ThemeSwitch({ dark, comfortable }: { dark: string; comfortable: string }) {
  const [isDark, setDark] = useRootAttribute('theme', 'dark', 'light')
  const [isComfortable, setComfortable] = useRootAttribute('density', 'comfortable', 'compact')
  return (
    <div className="flex flex-wrap gap-x-6">
      <Switch label={dark} checked={isDark} onChange={(event) => setDark(event.target.checked)} />
      <Switch label={comfortable} checked={isComfortable} onChange={(event) => setComfortable(event.target.checked)} />
    </div>
  )
}
