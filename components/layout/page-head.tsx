import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

interface Props {
  title: ReactNode
  /** The way here, by names; the page itself is not among them. */
  crumbs?: readonly { label: ReactNode; href: string }[]
  /** At most one primary button. */
  actions?: ReactNode
  /** What stands right below the title: state, filters, tabs. */
  children?: ReactNode
}

/** The head of a console page: where it stands, its one h1, and what can be done. */
export function PageHead({ title, crumbs = [], actions, children }: Props) {
  const t = useTranslations('console')
  return (
    <div className="flex flex-col gap-2 px-4 pt-3 pb-3">
      {crumbs.length > 0 && (
        <nav aria-label={t('breadcrumb')}>
          <ol className="flex min-w-0 flex-wrap items-center gap-x-2 text-table text-ink-3">
            {crumbs.map(({ label, href }) => (
              <li key={href} className="flex min-w-0 items-center gap-2">
                <Link href={href} prefetch={false} className="inline-flex min-h-6 min-w-0 items-center text-accent underline pointer-coarse:min-h-11">
                  {label}
                </Link>
                <span aria-hidden="true">/</span>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h1 className="min-w-0 text-h1 font-semibold wrap-anywhere">{title}</h1>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
    </div>
  )
}
