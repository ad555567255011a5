import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { logOut, setLanguage, setPreference } from '@/app/actions'
import { endLook } from '@/app/(operator)/operator/impersonation/actions'
import { ImpersonationBar } from '@/components/impersonation/bar'
import { placesOf, tenantPages } from '@/components/layout/navigation'
import { Shell } from '@/components/layout/shell'
import { ZoneCookie } from '@/components/layout/zone-cookie'
import { StandingBanner } from '@/components/tenant/standing-banner'
import { noteSeen } from '@/lib/services/member/seen'
import { allows } from '@/lib/services/access/authorize'
import { readContact } from '@/lib/services/platform/contact'
import { fullTime } from '@/lib/web/format'
import { invitationsOf } from '@/lib/web/invitation'
import { locales } from '@/lib/web/locale'
import { preferences } from '@/lib/web/preferences'
import { currentTenants, currentUser, memberContext } from '@/lib/web/session'
import { zoneCookie } from '@/lib/web/zone'
import { find } from './find'

/** The console around a tenant's pages. Each page asks for its reader itself, since it alone knows the whole address to come back to. */
export default async function TenantLayout({ children, params }: { children: ReactNode; params: Promise<{ tenant: string }> }) {
  if (!(await currentUser())) return children
  const { ctx, tenant, user } = await memberContext((await params).tenant)
  await noteSeen(ctx)
  const [t, tenants, zone, chosen, locale, waiting] = await Promise.all([getTranslations('console'), currentTenants(), getTimeZone(), preferences(), getLocale(), invitationsOf(user.email)])
  const { suspended, impersonation } = ctx
  return (
    <>
      <Shell
        label={t('navigation')}
        places={placesOf(tenantPages, `/t/${encodeURIComponent(tenant.slug)}`)}
        current={tenant.name}
        entries={[
          ...(impersonation ? [{ href: `/t/${encodeURIComponent(tenant.slug)}`, name: tenant.name, here: true }] : []),
          ...tenants.map(({ slug, name }) => ({ href: `/t/${encodeURIComponent(slug)}`, name, here: slug === tenant.slug })),
          { href: '/welcome', name: t('newTenant'), here: false, icon: 'plus' as const },
          ...(waiting.length > 0 ? [{ href: '/invite', name: t('invitations', { n: waiting.length }), here: false, icon: 'mail' as const }] : []),
          ...(user.isOperator ? [{ href: '/operator', name: t('operator'), here: false }] : []),
        ]}
        folded={chosen.sidebar === 'folded'}
        menu={{ email: user.email, chosen, locales, setLanguage, setPreference, logOut }}
        find={find.bind(null, tenant.slug)}
      >
        {impersonation && <ImpersonationBar tenant={tenant.name} reason={impersonation.reason} until={fullTime(impersonation.expiresAt, locale, zone)} end={endLook} />}
        {suspended && <StandingBanner suspended={suspended} time={(at) => fullTime(at, locale, zone)} contact={await readContact()} takeBack={allows(ctx, 'tenant.delete') ? `/t/${encodeURIComponent(tenant.slug)}/delete` : undefined} />}
        {children}
      </Shell>
      {chosen.times === 'local' && <ZoneCookie name={zoneCookie()} current={zone} />}
    </>
  )
}
