import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { buttonClass } from './button-class'
import { Icon } from './icon'
import { LinkPending } from './pending'

interface Props {
  /** What this page shows: "24 Nov 13:02 to 14:11, of about 1.2 M". */
  span: ReactNode
  newest?: string | undefined
  newer?: string | undefined
  older?: string | undefined
}

/** Keyset paging: no page waits for a count. The links carry data-pager, for the keys h and l. */
export function Pager({ span, newest, newer, older }: Props) {
  const t = useTranslations('ui')
  const links = [
    { key: 'newest', href: newest, icon: undefined },
    { key: 'newer', href: newer, icon: 'left' },
    { key: 'older', href: older, icon: 'right' },
  ] as const
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap items-center gap-2 py-2">
      {links.map(
        ({ key, href, icon }) =>
          href && (
            <Link key={key} href={href} prefetch={false} data-pager={key} className={buttonClass('plain', undefined, 'small')}>
              {icon === 'left' && <Icon name="left" />}
              {t(key)}
              {icon === 'right' && <Icon name="right" />}
              <LinkPending label={t('loading')} />
            </Link>
          ),
      )}
      <p className="text-meta text-ink-3">{span}</p>
    </nav>
  )
}
