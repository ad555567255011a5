import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import { PageHead } from '@/components/layout/page-head'
import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { Panel } from '@/components/ui/panel'
import { SubmitButton } from '@/components/ui/submit-button'
import { readAccount } from '@/lib/services/account/profile'
import { fullTime } from '@/lib/web/format'
import { userContext } from '@/lib/web/session'
import { askAddress, saveProfile, takeAddressBack } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('own'))('profile') })

const dones = ['saved', 'asked', 'takenBack'] as const

/** Who one is here: name, language, address. */
export default async function ProfilePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [ctx, query] = [await userContext('/account'), await searchParams]
  const [t, account, own, locale, zone] = await Promise.all([getTranslations('own'), getTranslations('account'), readAccount({ ctx }), getLocale(), getTimeZone()])
  const done = dones.find((d) => d === query['done'])
  const { change } = own
  const state = (yes: boolean) => t(yes ? 'confirmed' : 'waits')
  const languages = [{ value: 'en', label: t('english') }, { value: 'ja', label: t('japanese') }]
  return (
    <>
      <PageHead title={t('profile')} />
      <div className="flex max-w-2xl flex-col gap-4 px-4 pb-6">
        {done && <Banner tone="ok" live>{t(`done.${done}`)}</Banner>}
        <Panel id="who" title={t('who')}>
          <AccountForm bare action={saveProfile} fields={[{ name: 'name', label: account('name'), autoComplete: 'name', value: own.name }, { name: 'locale', label: t('language'), value: own.locale, options: languages, hint: t('languageHint') }]} submit={t('save')} />
        </Panel>
        <Panel id="address" title={t('address')}>
          <div className="flex flex-col gap-4">
            <p className="text-form wrap-anywhere">
              <bdi>{own.email}</bdi>
            </p>
            {change ? (
              <>
                <p className="text-form wrap-anywhere">{t('changeUnderWay', { email: change.email, time: fullTime(change.expiresAt, locale, zone) })}</p>
                <DescriptionList items={[{ name: t('newAddress'), value: state(change.confirmedByNew) }, { name: t('oldAddress'), value: state(change.confirmedByOld) }]} />
                <form action={takeAddressBack}>
                  <SubmitButton look="plain">{t('takeBack')}</SubmitButton>
                </form>
              </>
            ) : (
              <AccountForm bare action={askAddress} fields={[{ name: 'email', label: t('newAddress'), type: 'email', autoComplete: 'off', hint: t('addressHint') }]} submit={t('changeAddress')} />
            )}
          </div>
        </Panel>
        <Panel id="leave" title={t('delete')}>
          <div className="flex flex-col items-start gap-3">
            <p className="text-form text-ink-2">{t('deleteAbout')}</p>
            <Link href="/account/delete" prefetch={false} className={buttonClass('danger')}>
              {t('deleteLink')}
            </Link>
          </div>
        </Panel>
      </div>
    </>
  )
}
