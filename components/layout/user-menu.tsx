import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { PreferencesMenu, type MenuProps } from './preferences-menu'

/** At the foot of the sidebar; opens upwards. */
export function UserMenu(props: MenuProps) {
  const t = useTranslations('console')
  return (
    <details className="relative">
      <summary
        aria-label={t('prefs.title', { email: props.email })}
        title={props.email}
        className="flex size-8 list-none items-center justify-center rounded-control text-ink-2 hover:bg-hover hover:text-ink pointer-coarse:size-11"
      >
        <Icon name="user" />
      </summary>
      <div className="absolute bottom-full left-0 z-20 mb-2 w-64 rounded-panel border border-line bg-surface p-3 shadow-lg">
        <PreferencesMenu {...props} />
      </div>
    </details>
  )
}
