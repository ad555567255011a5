import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { setLanguage } from '@/app/actions'
import { PasskeyButton } from '@/components/account/passkey-button'
import { LoginForm } from '@/components/auth/login-form'
import { PlainPage } from '@/components/layout/plain-page'
import { ZoneCookie } from '@/components/layout/zone-cookie'
import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button'
import { registrationNow } from '@/lib/services/account/registration'
import { locales } from '@/lib/web/locale'
import { logInProviders } from '@/lib/web/providers'
import { safePath } from '@/lib/web/safe-path'
import { currentUser } from '@/lib/web/session'
import { zoneCookie } from '@/lib/web/zone'
import { logIn } from './actions'
import { askPasskeyToLogIn, logInWithPasskey } from './passkey-actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('title') }
}

const links = [
  { href: '/forgot', text: 'toForgot' },
  { href: '/sign-up', text: 'noAccount' },
  { href: '/confirm', text: 'toResend' },
] as const
const dones = ['reset', 'late', 'deleted', 'linkFirst', 'unverified', 'providerFailed', 'closed', 'domain', 'disabled'] as const

export default async function LoginPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const query = await searchParams
  const callbackUrl = safePath(query['callbackUrl'])
  const done = query['error'] ? ('providerFailed' as const) : dones.find((d) => d === query['done'])
  if (await currentUser()) redirect(callbackUrl)
  const [t, account, registration] = await Promise.all([getTranslations('auth'), getTranslations('account'), registrationNow()])
  return (
    <PlainPage title={t('title')} showTitle locales={locales} setLanguage={setLanguage}>
      {done && (
        <Banner tone={done === 'reset' || done === 'deleted' ? 'ok' : 'warn'} live>
          {account(`done.${done}`)}
        </Banner>
      )}
      {callbackUrl !== '/' && <p className="text-ink-2">{t('loginFirst')}</p>}
      <LoginForm action={logIn} callbackUrl={callbackUrl} />
      <PasskeyButton ask={askPasskeyToLogIn} send={logInWithPasskey} next={callbackUrl} label={account('passkeyLogIn')} />
      {logInProviders().map(({ id, name }) => (
        // Not a Link: the router must not follow it to another site.
        <a key={id} href={`/login/with/${id}?callbackUrl=${encodeURIComponent(callbackUrl)}`} className={buttonClass()}>
          {account('providerLogIn', { name })}
        </a>
      ))}
      <ul className="flex flex-col gap-2">
        {links.filter(({ href }) => registration.open || href !== '/sign-up').map(({ href, text }) => (
          <li key={href}>
            <Link href={href} prefetch={false} className="inline-flex min-h-6 items-center text-accent underline">
              {account(text)}
            </Link>
          </li>
        ))}
      </ul>
      <ZoneCookie name={zoneCookie()} current={await getTimeZone()} />
    </PlainPage>
  )
}
