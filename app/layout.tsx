import type { Metadata, Viewport } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/layout/client-messages'
import { preferences } from '@/lib/web/preferences'
import './globals.css'

// Every page depends on its reader: session, language, zone.
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('console')
  return {
    title: { default: t('product'), template: `%s · ${t('product')}` },
    description: t('description'),
    robots: { index: false, follow: false },
    icons: { icon: '/icon.svg' },
    // Not no-referrer: with it a form that posts without script says Origin null, and Next refuses the action.
    referrer: 'same-origin',
  }
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f7f9' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1116' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, { theme, density, keys }] = await Promise.all([getLocale(), preferences()])
  return (
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme} data-density={density} data-keys={keys}>
      <body className="min-h-dvh">
        <ClientMessages>{children}</ClientMessages>
      </body>
    </html>
  )
}
