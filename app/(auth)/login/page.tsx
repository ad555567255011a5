import type { Metadata } from 'next'
import Link from 'next/link'
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
  const [t, account] = await Promise.all([getTranslations('auth'), getTranslations('account')])
  return (
    <PlainPage title={t('title')} showTitle locales={locales} setLanguage={setLanguage}>
      {callbackUrl !== '/' && <p className="text-ink-2">{t('loginFirst')}</p>}
      <LoginForm action={logIn} callbackUrl={callbackUrl} />
      <ul className="flex flex-col gap-2">
        {(['/sign-up', '/confirm'] as const).map((href) => (
          <li key={href}>
            <Link href={href} prefetch={false} className="inline-flex min-h-6 items-center text-accent underline">
              {href === '/sign-up' ? account('noAccount') : account('toResend')}
            </Link>
          </li>
        ))}
      </ul>
      <ZoneCookie name={zoneCookie} current={await getTimeZone()} />
    </PlainPage>
  )
}
