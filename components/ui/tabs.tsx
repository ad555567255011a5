import Link from 'next/link'
import type { ReactNode } from 'react'
import { classes } from './classes'

export interface TabItem {
  href: string
  label: ReactNode
  /** A number beside the label, already formatted. */
  count?: string | undefined
  current: boolean
}

/** The views of one thing. They are links: the URL says which is open. */
export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <nav aria-label={label} className="border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-4">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              prefetch={false}
              scroll={false}
              aria-current={item.current ? 'page' : undefined}
              className={classes(
                'inline-flex min-h-9 pointer-coarse:min-h-11 items-center gap-1 border-b-2 px-1 text-form font-medium no-underline hover:text-ink',
                item.current ? 'border-accent text-ink' : 'border-transparent text-ink-2 hover:border-control',
              )}
            >
              {item.label}
              {item.count !== undefined && <span className="text-meta text-ink-3">{item.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The sections of settings: a column beside the page, a row on top of it when narrow. */
export function SectionNav({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <nav aria-label={label} className="min-w-0">
      <ul className="flex flex-wrap gap-1 lg:w-48 lg:flex-col">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              prefetch={false}
              aria-current={item.current ? 'page' : undefined}
              className={classes(
                'flex min-h-8 pointer-coarse:min-h-11 items-center justify-between gap-2 rounded-control px-2 text-form no-underline',
                item.current ? 'bg-selected font-medium text-ink forced-colors:border' : 'text-ink-2 hover:bg-hover hover:text-ink',
              )}
            >
              {item.label}
              {item.count !== undefined && <span className="text-meta text-ink-3">{item.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
