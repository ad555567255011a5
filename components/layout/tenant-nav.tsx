'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'

/** The pages of a tenant that there are. */
export function TenantNav({ slug }: { slug: string }) {
  const t = useTranslations('console')
  const path = usePathname()
  const messages = `/t/${slug}/messages`
  return (
    <nav aria-label={t('navigation')} className="order-last col-span-3 sm:order-none sm:col-span-1">
      <ul className="flex">
        <li>
          <Link
            href={messages}
            prefetch={false}
            aria-current={path === messages ? 'page' : path.startsWith(`${messages}/`) ? 'true' : undefined}
            className="flex min-h-11 items-center border-b-2 border-transparent px-1 text-form font-medium text-ink-2 no-underline hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
          >
            {t('messages')}
          </Link>
        </li>
      </ul>
    </nav>
  )
}
