import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { LanguageForm } from './language-form'

export interface MenuProps {
  email: string
  /** What is chosen now, by name. */
  chosen: { theme: string; density: string; times: string; keys: string }
  locales: readonly ('en' | 'ja')[]
  setLanguage: (form: FormData) => Promise<void>
  setPreference: (form: FormData) => Promise<void>
  logOut: () => Promise<void>
}

const rows = [
  { name: 'theme', values: ['system', 'light', 'dark'] },
  { name: 'density', values: ['compact', 'comfortable'] },
  { name: 'times', values: ['local', 'utc'] },
  { name: 'keys', values: ['on', 'off'] },
] as const

/** The reader's own: language, theme, row height, times, keys, log out. Each choice is a button of a form: it works without script. */
export function PreferencesMenu({ email, chosen, locales, setLanguage, setPreference, logOut }: MenuProps) {
  const t = useTranslations('console')
  return (
    <div className="flex flex-col gap-3">
      <p className="truncate text-table text-ink-2">
        <bdi>{email}</bdi>
      </p>
      <Link href="/account" prefetch={false} className="inline-flex min-h-6 items-center gap-2 text-form text-accent underline pointer-coarse:min-h-11">
        {t('prefs.account')}
      </Link>
      {rows.map(({ name, values }) => (
        <form key={name} action={setPreference}>
          <fieldset className="flex gap-1">
            <legend className="pb-1 text-meta font-medium text-ink-3">{t(`prefs.${name}`)}</legend>
            {values.map((value) => (
              <button
                key={value}
                type="submit"
                name={name}
                value={value}
                aria-pressed={chosen[name] === value}
                className={classes(
                  'min-h-7 flex-1 rounded-control border px-2 text-table whitespace-nowrap pointer-coarse:min-h-11',
                  chosen[name] === value ? 'border-accent bg-selected text-ink' : 'border-line text-ink-2 hover:bg-hover hover:text-ink',
                )}
              >
                {t(`prefs.${value}`)}
              </button>
            ))}
          </fieldset>
        </form>
      ))}
      <div className="flex items-center justify-between gap-2 border-t border-line pt-2">
        <LanguageForm locales={locales} action={setLanguage} />
        <form action={logOut}>
          <Button look="quiet">{t('signOut')}</Button>
        </form>
      </div>
    </div>
  )
}
