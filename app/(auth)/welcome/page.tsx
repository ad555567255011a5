import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { logOut, setLanguage } from '@/app/actions'
import { AccountForm } from '@/components/account/account-form'
import { PlainPage } from '@/components/layout/plain-page'
import { Button } from '@/components/ui/button'
import { locales } from '@/lib/web/locale'
import { requireUser } from '@/lib/web/session'
import { found } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('welcome') }
}

/** Where somebody without a tenant makes one. */
export default async function WelcomePage() {
  const user = await requireUser('/welcome')
  const t = await getTranslations('account')
  const fields = [
    { name: 'tenantName', label: t('tenantName'), autoComplete: 'organization' },
    { name: 'slug', label: t('slug'), autoComplete: 'off', hint: t('slugHint') },
  ] as const
  return (
    <PlainPage title={t('welcome')} showTitle locales={locales} setLanguage={setLanguage}>
      <p className="text-ink-2 wrap-anywhere">{t('welcomeIntro', { email: user.email })}</p>
      <AccountForm action={found} fields={fields} submit={t('welcomeSubmit')} />
      <form action={logOut}>
        <Button look="quiet">{t('signOut')}</Button>
      </form>
    </PlainPage>
  )
}
