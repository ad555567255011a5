import { useTranslations } from 'next-intl'

/** First in the tab order; seen when it has the focus. */
export function SkipLink() {
  const t = useTranslations('console')
  return (
    <a
      href="#content"
      className="sr-only z-10 rounded-control bg-accent px-3 py-2 text-form font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
    >
      {t('skip')}
    </a>
  )
}
