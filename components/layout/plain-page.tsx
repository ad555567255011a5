import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LanguageForm } from './language-form'
import { Mark } from './mark'
import { SkipLink } from './skip-link'

interface Props {
  title: string
  /** Whether the title is also drawn; else the content draws its own and this one is read out. */
  showTitle?: boolean
  locales: readonly ('en' | 'ja')[]
  setLanguage: (form: FormData) => Promise<void>
  children: ReactNode
}

/** A page outside the console: product name, language, one column. */
export function PlainPage({ title, showTitle = false, locales, setLanguage, children }: Props) {
  const t = useTranslations('console')
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-11 items-center justify-between gap-3 px-4">
        <SkipLink />
        <span className="flex items-center gap-2 text-form font-semibold">
          <Mark />
          {t('product')}
        </span>
        <LanguageForm locales={locales} action={setLanguage} />
      </header>
      <main id="content" tabIndex={-1} className="mx-auto flex w-full max-w-sm flex-col gap-4 px-4 pt-12 pb-12 outline-none">
        <h1 className={showTitle ? 'text-h1 font-semibold' : 'sr-only'}>{title}</h1>
        {children}
      </main>
    </div>
  )
}
