import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { provedContext } from '@/app/(account)/account/answer'
import { confirmApp } from '@/app/(account)/account/two-step/actions'
import { AppForm } from '@/components/account/app-form'
import { QrCode } from '@/components/account/qr-code'
import { PageHead } from '@/components/layout/page-head'
import { CopyText } from '@/components/ui/copy-text'
import { readFactors } from '@/lib/services/account/second/factors'
import { readNewTotp } from '@/lib/services/account/second/totp'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('own'))('appTitle') })

/** Sets up an app: scan or type its secret, then show a code of it. */
export default async function AppPage() {
  const ctx = await provedContext('/account/two-step/app')
  const [t, account, made, factors] = await Promise.all([getTranslations('own'), getTranslations('account'), readNewTotp({ ctx }), readFactors(ctx.actor.id)])
  // After the code was right this page is drawn anew below the form's answer, which has the recovery codes: it stays.
  if (!made && !factors.app) redirect('/account/two-step')
  return (
    <>
      <PageHead title={t('appTitle')} crumbs={[{ label: t('twoStep'), href: '/account/two-step' }]} />
      <div className="flex max-w-2xl flex-col gap-4 px-4 pb-6">
        <AppForm action={confirmApp} submit={t('appConfirm')} done={t('appOn')} code={{ label: account('code'), hint: t('appCodeHint') }}>
          {made && (
            <>
              <p className="text-form text-ink-2">{t('appScan')}</p>
              <QrCode text={made.uri} label={t('appQr')} />
              <p className="text-form text-ink-2">{t('appType')}</p>
              <CopyText value={made.secret} what={t('appSecret')} />
            </>
          )}
        </AppForm>
      </div>
    </>
  )
}
