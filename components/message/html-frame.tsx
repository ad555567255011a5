import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Banner } from '@/components/ui/banner'
import { Chip } from '@/components/ui/chip'
import { Address } from './address'
import { MailText } from './mail-text'

interface Link {
  text: string
  href: string
  deceptive?: { shown: string; real: string }
}

const mostShown = 50

/** A mail's HTML in a frame without scripts, origin or network, on white whatever the theme. */
export function HtmlFrame({ src, name, children }: { src: string; name: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col gap-2">
      {children}
      <iframe
        key={src}
        src={src}
        title={name}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        className="h-[70vh] min-h-80 w-full rounded-control border border-line bg-white"
      />
    </div>
  )
}

/** Where the links of the HTML go. One whose text names another domain is marked. */
export function LinkList({ links }: { links: readonly Link[] }) {
  const t = useTranslations('message.content')
  if (links.length === 0) return null
  const marked = links.some((link) => link.deceptive)
  return (
    <details open={marked} className="text-table">
      <summary className="min-h-6 font-medium pointer-coarse:min-h-11">{t('links', { n: links.length })}</summary>
      <ul className="flex flex-col">
        {links.slice(0, mostShown).map((link, i) => (
          <li key={i} className="flex flex-col gap-0.5 border-b border-line py-1 last:border-0">
            <span className="wrap-anywhere">
              <MailText text={link.text || '-'} />
            </span>
            {link.deceptive && (
              <span>
                <Chip tone="bad" icon="exclamation">
                  <MailText text={t('deceptive', link.deceptive)} />
                </Chip>
              </span>
            )}
            <span className="font-mono text-ink-2 wrap-anywhere">
              <MailText text={link.href} />
              <Idn href={link.href} />
            </span>
          </li>
        ))}
      </ul>
      {links.length > mostShown && <p className="text-ink-3">{t('linkMore', { n: links.length - mostShown })}</p>}
    </details>
  )
}

/** Both forms of a host that holds letters beyond ASCII. */
function Idn({ href }: { href: string }) {
  const host = /^https?:\/\/([^/?#]*)/i.exec(href)?.[1] ?? ''
  if (!/xn--|[^ -~]/i.test(host)) return null
  const ascii = URL.canParse(href) ? new URL(href).hostname : host
  return (
    <>
      {' '}
      <Address value={ascii} />
    </>
  )
}

/** What is kept out of the frame, or, for one view, let in. */
export const RemoteBanner = ({ shown, title, why, act }: { shown: boolean; title: string; why?: string; act: ReactNode }) => (
  <Banner tone={shown ? 'warn' : 'mute'} icon={shown ? 'eye' : 'shield'} acts={act}>
    <p className="font-medium">{title}</p>
    {why && <p className="text-table text-ink-2">{why}</p>}
  </Banner>
)
