import { useLocale, useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'

interface Props {
  locales: readonly ('en' | 'ja')[]
  /** A server action that takes the field `locale`. */
  action: (form: FormData) => Promise<void>
}

/** One button for each language but the present one, named in its own words. Works without script. */
export function LanguageForm({ locales, action }: Props) {
  const t = useTranslations('console')
  const current = useLocale()
  return (
    <form action={action} aria-label={t('language')} className="flex">
      {locales
        .filter((locale) => locale !== current)
        .map((locale) => (
          <button key={locale} type="submit" name="locale" value={locale} lang={locale} className={buttonClass('quiet')}>
            {t(`languages.${locale}`)}
          </button>
        ))}
    </form>
  )
}
