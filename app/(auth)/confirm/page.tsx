import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { setLanguage } from '@/app/actions'
import { AccountForm } from '@/components/account/account-form'
import { PlainPage } from '@/components/layout/plain-page'
import { ErrorPanel } from '@/components/ui/error-panel'
import { locales } from '@/lib/web/locale'
import { findSignUp } from '@/lib/web/sign-up'
import { confirm, resend } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('confirm'), referrer: 'no-referrer' }
}

/** Behind the link of the mail: a button, since programs that look at mail open links too. Without a token: to have the mail sent again. */
export default async function ConfirmPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { token } = await searchParams
  const t = await getTranslations('account')
  const given = typeof token === 'string' ? token : undefined
  const found = given === undefined ? undefined : await findSignUp(given)
  return (
    <PlainPage title={t('confirm')} showTitle locales={locales} setLanguage={setLanguage}>
      {given !== undefined && found ? (
        <>
          <p className="text-ink-2 wrap-anywhere">{t('confirmIntro', { email: found.email })}</p>
          <AccountForm action={confirm} fields={[]} hidden={{ token: given }} submit={t('confirmSubmit')} />
        </>
      ) : (
        <>
          {given !== undefined && <ErrorPanel title={t('void')} />}
          <p className="text-ink-2">{t('resendIntro')}</p>
          <AccountForm action={resend} fields={[{ name: 'email', label: t('email'), type: 'email', autoComplete: 'username' }]} submit={t('resendSubmit')} done={t('resent')} />
        </>
      )}
      <Link href="/login" prefetch={false} className="inline-flex min-h-6 items-center text-accent underline">
        {t('toLogin')}
      </Link>
    </PlainPage>
  )
}
