import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { setLanguage } from '@/app/actions'
import { AccountForm } from '@/components/account/account-form'
import { PlainPage } from '@/components/layout/plain-page'
import { ErrorPanel } from '@/components/ui/error-panel'
import { findReset } from '@/lib/web/account'
import { locales } from '@/lib/web/locale'
import { setPassword } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('account'))('reset'), referrer: 'no-referrer' })

/** Behind the link of the mail: a new password. It logs nobody in. */
export default async function ResetPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { token } = await searchParams
  const t = await getTranslations('account')
  const found = typeof token === 'string' ? await findReset(token) : undefined
  return (
    <PlainPage title={t('reset')} showTitle locales={locales} setLanguage={setLanguage}>
      {typeof token === 'string' && found ? (
        <>
          <p className="text-ink-2 wrap-anywhere">{t('resetIntro', { email: found.email })}</p>
          <AccountForm action={setPassword} fields={[{ name: 'password', label: t('newPassword'), type: 'password', autoComplete: 'new-password', hint: t('passwordRules') }]} hidden={{ token }} submit={t('resetSubmit')} />
        </>
      ) : (
        <>
          <ErrorPanel title={t('resetVoid')} />
          <Link href="/forgot" prefetch={false} className="inline-flex min-h-6 items-center text-accent underline">
            {t('forgotAgain')}
          </Link>
        </>
      )}
    </PlainPage>
  )
}
