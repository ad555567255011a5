import type { Metadata } from 'next'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { provedContext } from '@/app/(account)/account/answer'
import { AppForm } from '@/components/account/app-form'
import { NewPasskey } from '@/components/account/new-passkey'
import { RemoveFactor } from '@/components/account/remove-factor'
import { PageHead } from '@/components/layout/page-head'
import { Banner } from '@/components/ui/banner'
import { Chip } from '@/components/ui/chip'
import { Panel } from '@/components/ui/panel'
import { SubmitButton } from '@/components/ui/submit-button'
import { listPasskeys } from '@/lib/services/account/passkey/own'
import { asksSecond, readFactors } from '@/lib/services/account/second/factors'
import { fullTime } from '@/lib/web/format'
import { removeApp, renewCodes, startApp } from './actions'
import { askNewPasskey, dropPasskey, keepPasskey } from './passkey-actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('own'))('twoStep') })

const dones = ['appOff', 'passkeyOff'] as const

/** What a log-in asks for beside the password: an app, passkeys, and recovery codes for the day when both are lost. */
export default async function TwoStepPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await provedContext('/account/two-step')
  const query = await searchParams
  const [t, factors, passkeys, locale, zone] = await Promise.all([getTranslations('own'), readFactors(ctx.actor.id), listPasskeys({ ctx }), getLocale(), getTimeZone()])
  const done = dones.find((d) => d === query['done'])
  const time = (at: Date) => fullTime(at, locale, zone)
  const on = asksSecond(factors)
  return (
    <>
      <PageHead title={t('twoStep')}>
        <div className="flex flex-wrap items-center gap-3">
          <Chip tone={on ? 'ok' : 'mute'} icon={on ? 'shield' : 'dash'}>
            {t(on ? 'on' : 'off')}
          </Chip>
          <p className="max-w-2xl text-form text-ink-2">{t('twoStepAbout')}</p>
        </div>
      </PageHead>
      <div className="flex max-w-2xl flex-col gap-4 px-4 pb-6">
        {done && <Banner tone="ok" live>{t(`done.${done}`)}</Banner>}
        <Panel id="app" title={t('app')}>
          <div className="flex flex-col items-start gap-3">
            <p className="text-form text-ink-2">{t(factors.app ? 'appIsOn' : 'appAbout')}</p>
            {factors.app ? (
              <RemoveFactor label={t('appRemove')} title={t('appRemoveTitle')} text={t(passkeys.length > 0 ? 'removeText' : 'removeLast')} confirm={t('appRemove')} now={t('appRemoveNow')} action={removeApp} />
            ) : (
              <form action={startApp}>
                <SubmitButton look="plain">{t('appStart')}</SubmitButton>
              </form>
            )}
          </div>
        </Panel>
        <Panel id="passkeys" title={t('passkeys')}>
          <div className="flex flex-col gap-4">
            <p className="text-form text-ink-2">{t('passkeysAbout')}</p>
            {passkeys.length > 0 && (
              <ul className="flex flex-col divide-y divide-line">
                {passkeys.map(({ id, name, backedUp, createdAt, lastUsedAt }) => (
                  <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
                    <div className="min-w-0 flex-1 basis-64">
                      <p className="text-form font-medium wrap-anywhere">
                        <bdi>{name}</bdi>
                      </p>
                      <p className="text-table text-ink-3">
                        {t('passkeyMade', { time: time(createdAt) })} {lastUsedAt ? t('passkeyUsed', { time: time(lastUsedAt) }) : t('passkeyUnused')} {t(backedUp ? 'passkeySynced' : 'passkeyHere')}
                      </p>
                    </div>
                    <RemoveFactor
                      id={id}
                      label={t('passkeyRemove')}
                      title={t('passkeyRemoveTitle', { name })}
                      text={t(factors.app || passkeys.length > 1 ? 'removeText' : 'removeLast')}
                      confirm={t('passkeyRemoveOf', { name })}
                      now={t('passkeyRemoveNow', { name })}
                      action={dropPasskey}
                    />
                  </li>
                ))}
              </ul>
            )}
            <NewPasskey ask={askNewPasskey} keep={keepPasskey} />
          </div>
        </Panel>
        <Panel id="recovery" title={t('codes')}>
          <div className="flex flex-col gap-4">
            <p className="text-form text-ink-2">{on ? t('codesLeft', { n: factors.recovery }) : t('codesAbout')}</p>
            {on && <AppForm action={renewCodes} submit={t('codesRenew')} done={t('codesNew')} look="plain" />}
          </div>
        </Panel>
      </div>
    </>
  )
}
