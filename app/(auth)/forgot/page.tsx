import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { setLanguage } from '@/app/actions'
import { AccountForm } from '@/components/account/account-form'
import { PlainPage } from '@/components/layout/plain-page'
import { locales } from '@/lib/web/locale'
import { askReset } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('account'))('forgot') })

/** To have a link for a new password mailed. Says the same whether or not the address has an account. */
export default async function ForgotPage() {
  const t = await getTranslations('account')
  return (
    <PlainPage title={t('forgot')} showTitle locales={locales} setLanguage={setLanguage}>
      <p className="text-ink-2">{t('forgotIntro')}</p>
      <AccountForm action={askReset} fields={[{ name: 'email', label: t('email'), type: 'email', autoComplete: 'username' }]} submit={t('forgotSubmit')} done={t('forgotSent')} />
      <Link href="/login" prefetch={false} className="inline-flex min-h-6 items-center text-accent underline">
        {t('toLogin')}
      </Link>
    </PlainPage>
  )
}
