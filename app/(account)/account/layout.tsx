import { getTimeZone, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { logOut, setLanguage, setPreference } from '@/app/actions'
import { ClientMessages } from '@/components/layout/client-messages'
import { accountPages, placesOf } from '@/components/layout/navigation'
import { Shell } from '@/components/layout/shell'
import { ZoneCookie } from '@/components/layout/zone-cookie'
import { locales } from '@/lib/web/locale'
import { preferences } from '@/lib/web/preferences'
import { currentTenants, currentUser } from '@/lib/web/session'
import { zoneCookie } from '@/lib/web/zone'
import { find } from './find'

/** The console around the pages of the own account. A stranger logs in first, by the page's own address. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const user = await currentUser()
  if (!user) return children
  const [t, tenants, zone, chosen] = await Promise.all([getTranslations('console'), currentTenants(), getTimeZone(), preferences()])
  const others = tenants.map(({ slug, name }) => ({ href: `/t/${encodeURIComponent(slug)}`, name, here: false }))
  const operator = user.isOperator ? [{ href: '/operator', name: t('operator'), here: false }] : []
  return (
    <ClientMessages of={['account', 'own']}>
      <Shell
        label={t('navigationAccount')}
        places={placesOf(accountPages, '/account')}
        current={user.name}
        entries={[...operator, ...others, { href: '/account', name: user.name, here: true }]}
        folded={chosen.sidebar === 'folded'}
        menu={{ email: user.email, chosen, locales, setLanguage, setPreference, logOut }}
        find={find}
      >
        {children}
      </Shell>
      {chosen.times === 'local' && <ZoneCookie name={zoneCookie()} current={zone} />}
    </ClientMessages>
  )
}
