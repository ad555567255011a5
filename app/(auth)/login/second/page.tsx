import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { setLanguage } from '@/app/actions'
import { AccountForm } from '@/components/account/account-form'
import { PasskeyButton } from '@/components/account/passkey-button'
import { PlainPage } from '@/components/layout/plain-page'
import { locales } from '@/lib/web/locale'
import { safePath } from '@/lib/web/safe-path'
import { firstStep } from '@/lib/web/session-cookie'
import { askSecondPasskey, sendCode, sendSecondPasskey } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('account'))('second') })

/** The second step of a log-in, for whoever has made the first within ten minutes. */
export default async function SecondPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const callbackUrl = safePath((await searchParams)['callbackUrl'])
  const pending = await firstStep()
  if (!pending) redirect(`/login?done=late&callbackUrl=${encodeURIComponent(callbackUrl)}`)
  const t = await getTranslations('account')
  const { app, passkeys } = pending.factors
  return (
    <PlainPage title={t('second')} showTitle locales={locales} setLanguage={setLanguage}>
      <p className="text-ink-2 wrap-anywhere">{t(app ? 'secondIntro' : 'secondIntroPasskey', { email: pending.user.email })}</p>
      {passkeys > 0 && <PasskeyButton ask={askSecondPasskey} send={sendSecondPasskey} next={callbackUrl} label={t('passkeyUse')} look={app ? 'plain' : 'primary'} />}
      <AccountForm action={sendCode} fields={[{ name: 'code', label: t(app ? 'code' : 'recoveryCode'), autoComplete: 'one-time-code', hint: t(app ? 'codeHint' : 'recoveryHint') }]} hidden={{ callbackUrl }} submit={t('secondSubmit')} />
      <Link href="/login" prefetch={false} className="inline-flex min-h-6 items-center text-accent underline">
        {t('secondBack')}
      </Link>
    </PlainPage>
  )
}
