'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

interface Props {
  href: string
  /** The first page of its kind: below it stand others that are not it. */
  first: boolean
  /** Entries of the navigation below this one: their pages are theirs. */
  deeper?: readonly string[]
  className: string
  title?: string | undefined
  children: ReactNode
}

/** A link of the navigation that knows whether it leads here, or to a page above this one. */
export function NavLink({ href, first, deeper = [], ...rest }: Props) {
  const path = usePathname()
  const below = (of: string) => path === of || path.startsWith(`${of}/`)
  const current = path === href ? 'page' : !first && below(href) && !deeper.some(below) ? 'true' : undefined
  return <Link href={href} prefetch={false} aria-current={current} {...rest} />
}
