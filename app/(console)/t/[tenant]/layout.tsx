import Link from 'next/link'
import { getTimeZone, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { logOut, setLanguage } from '@/app/actions'
import { LanguageForm } from '@/components/layout/language-form'
import { Mark } from '@/components/layout/mark'
import { SkipLink } from '@/components/layout/skip-link'
import { TenantNav } from '@/components/layout/tenant-nav'
import { TenantSwitcher } from '@/components/layout/tenant-switcher'
import { ZoneCookie } from '@/components/layout/zone-cookie'
import { Button } from '@/components/ui/button'
import { locales } from '@/lib/web/locale'
import { currentTenants, currentUser, tenantContext } from '@/lib/web/session'
import { zoneCookie } from '@/lib/web/zone'

/** The console around a tenant's pages. Each page asks for its reader itself, since it alone knows the whole address to come back to. */
export default async function TenantLayout({ children, params }: { children: ReactNode; params: Promise<{ tenant: string }> }) {
  if (!(await currentUser())) return children
  const { tenant } = await tenantContext((await params).tenant)
  const [t, tenants, zone] = await Promise.all([getTranslations('console'), currentTenants(), getTimeZone()])
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="grid min-h-11 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 border-b sm:grid-cols-[auto_auto_minmax(0,1fr)_auto] border-line bg-surface px-4">
        <SkipLink />
        <Link href={`/t/${tenant.slug}/messages`} prefetch={false} className="flex min-h-11 items-center gap-2 text-form font-semibold text-ink no-underline">
          <Mark />
          <span className="sr-only sm:not-sr-only">{t('product')}</span>
        </Link>
        <TenantSwitcher current={tenant} tenants={tenants} />
        <TenantNav slug={tenant.slug} />
        <div className="-mr-3 flex items-center">
          <LanguageForm locales={locales} action={setLanguage} />
          <form action={logOut}>
            <Button look="quiet">{t('signOut')}</Button>
          </form>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="flex w-full flex-1 flex-col outline-none">
        {children}
      </main>
      <ZoneCookie name={zoneCookie} current={zone} />
    </div>
  )
}
