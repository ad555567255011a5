import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { setLanguage } from '@/app/actions'
import { LoginForm } from '@/components/auth/login-form'
import { PlainPage } from '@/components/layout/plain-page'
import { ZoneCookie } from '@/components/layout/zone-cookie'
import { locales } from '@/lib/web/locale'
import { safePath } from '@/lib/web/safe-path'
import { currentUser } from '@/lib/web/session'
import { zoneCookie } from '@/lib/web/zone'
import { logIn } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('title') }
}

export default async function LoginPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const callbackUrl = safePath((await searchParams)['callbackUrl'])
  if (await currentUser()) redirect(callbackUrl)
  const t = await getTranslations('auth')
  return (
    <PlainPage title={t('title')} showTitle locales={locales} setLanguage={setLanguage}>
      {callbackUrl !== '/' && <p className="text-ink-2">{t('loginFirst')}</p>}
      <LoginForm action={logIn} callbackUrl={callbackUrl} />
      <ZoneCookie name={zoneCookie} current={await getTimeZone()} />
    </PlainPage>
  )
}
