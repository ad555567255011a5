import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { logOut, setLanguage, setPreference } from '@/app/actions'
import { ImpersonationBar } from '@/components/impersonation/bar'
import { operatorPages, placesOf } from '@/components/layout/navigation'
import { Shell } from '@/components/layout/shell'
import { ZoneCookie } from '@/components/layout/zone-cookie'
import { fullTime } from '@/lib/web/format'
import { locales } from '@/lib/web/locale'
import { preferences } from '@/lib/web/preferences'
import { currentImpersonation, currentTenants, currentUser, requireOperator } from '@/lib/web/session'
import { zoneCookie } from '@/lib/web/zone'
import { find } from './find'
import { endLook } from './impersonation/actions'

/** The console around the operator's pages. To anybody else they do not exist; a stranger logs in first, by the page's own address. */
export default async function OperatorLayout({ children }: { children: ReactNode }) {
  if (!(await currentUser())) return children
  const { user } = await requireOperator('platform.read')
  const [t, tenants, zone, chosen, locale, look] = await Promise.all([getTranslations('console'), currentTenants(), getTimeZone(), preferences(), getLocale(), currentImpersonation()])
  return (
    <>
      <Shell
        operator
        label={t('navigationOperator')}
        places={placesOf(operatorPages, '/operator')}
        current={t('operator')}
        entries={[{ href: '/operator', name: t('operator'), here: true }, ...tenants.map(({ slug, name }) => ({ href: `/t/${encodeURIComponent(slug)}`, name, here: false }))]}
        folded={chosen.sidebar === 'folded'}
        menu={{ email: user.email, chosen, locales, setLanguage, setPreference, logOut }}
        find={find}
      >
        {look && <ImpersonationBar tenant={look.name} reason={look.reason} until={fullTime(look.expiresAt, locale, zone)} open={`/t/${encodeURIComponent(look.slug)}`} end={endLook} />}
        {children}
      </Shell>
      {chosen.times === 'local' && <ZoneCookie name={zoneCookie()} current={zone} />}
    </>
  )
}
