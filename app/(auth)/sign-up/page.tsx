import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { setLanguage } from '@/app/actions'
import { AccountForm } from '@/components/account/account-form'
import { PlainPage } from '@/components/layout/plain-page'
import { Banner } from '@/components/ui/banner'
import { registrationNow } from '@/lib/services/account/registration'
import { locales } from '@/lib/web/locale'
import { currentUser } from '@/lib/web/session'
import { startSignUp } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('signUp') }
}

export default async function SignUpPage() {
  if (await currentUser()) redirect('/')
  const [t, { open, allowedDomains }] = await Promise.all([getTranslations('account'), registrationNow()])
  const fields = [
    { name: 'name', label: t('name'), autoComplete: 'name' },
    { name: 'email', label: t('email'), type: 'email', autoComplete: 'username' },
    { name: 'password', label: t('password'), type: 'password', autoComplete: 'new-password', hint: t('passwordRules') },
  ] as const
  return (
    <PlainPage title={t('signUp')} showTitle locales={locales} setLanguage={setLanguage}>
      {open ? (
        <>
          <p className="text-ink-2">{t('signUpIntro')}</p>
          {allowedDomains.length > 0 && <p className="wrap-anywhere text-ink-2">{t('signUpDomains', { domains: allowedDomains.join(', ') })}</p>}
          <AccountForm action={startSignUp} fields={fields} submit={t('signUpSubmit')} done={t('sent')} />
        </>
      ) : (
        <Banner>{t('closed')}</Banner>
      )}
      <ul className="flex flex-col gap-2">
        {(['/login', '/confirm'] as const).map((href) => (
          <li key={href}>
            <Link href={href} prefetch={false} className="inline-flex min-h-6 items-center text-accent underline">
              {href === '/login' ? t('toLogin') : t('toResend')}
            </Link>
          </li>
        ))}
      </ul>
    </PlainPage>
  )
}
