import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { setLanguage } from '@/app/actions'
import { AccountForm } from '@/components/account/account-form'
import { PlainPage } from '@/components/layout/plain-page'
import { Banner } from '@/components/ui/banner'
import { ErrorPanel } from '@/components/ui/error-panel'
import { findAddressChange } from '@/lib/web/account'
import { locales } from '@/lib/web/locale'
import { confirmChange } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('account'))('address'), referrer: 'no-referrer' })

/** Behind the links of both mails: a button, since programs that look at mail open links too. */
export default async function AddressPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { token, done } = await searchParams
  const t = await getTranslations('account')
  const finished = done === 'changed' || done === 'half'
  const found = typeof token === 'string' ? await findAddressChange(token) : undefined
  return (
    <PlainPage title={t('address')} showTitle locales={locales} setLanguage={setLanguage}>
      {finished && <Banner tone="ok">{t(done === 'changed' ? 'addressChanged' : 'addressHalf')}</Banner>}
      {!finished && typeof token === 'string' && found && (
        <>
          <p className="text-ink-2 wrap-anywhere">{t('addressIntro', { from: found.from, to: found.to })}</p>
          <AccountForm action={confirmChange} fields={[]} hidden={{ token }} submit={t('addressSubmit')} />
        </>
      )}
      {!finished && !found && <ErrorPanel title={t('addressVoid')} />}
    </PlainPage>
  )
}
