import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { EnvironmentFacts } from '@/components/setting/environment-facts'
import { SettingCard } from '@/components/setting/setting-card'
import { Panel } from '@/components/ui/panel'
import { settingNames } from '@/lib/core/setting/settings'
import { readSettings } from '@/lib/services/setting/read'
import { requireOperator } from '@/lib/web/session'
import { save } from './actions'
import { cardFields } from './card-fields'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('platform'))('title') })

/** The platform's settings, in cards that save alone, and what the environment fixes. */
export default async function SettingsPage() {
  const { ctx } = await requireOperator('setting.read')
  const [settings, t, usage] = await Promise.all([readSettings({ ctx }), getTranslations('platform'), getTranslations('usage')])
  const fields = cardFields(settings, t, usage)
  return (
    <ClientMessages of={['platform']}>
      <PageHead title={t('title')}>
        <p className="max-w-prose text-ink-2">{t('intro')}</p>
      </PageHead>
      <div className="flex max-w-3xl flex-col gap-4 px-4 pb-8">
        {settingNames.map((name) => (
          <Panel key={name} id={name} title={t(`${name}.title`)}>
            <SettingCard id={`setting-${name}`} version={settings.versions[name]} fields={fields[name]} submit={t(`${name}.save`)} action={save.bind(null, name)} />
          </Panel>
        ))}
        <Panel id="environment" title={t('environment.title')}>
          <EnvironmentFacts environment={settings.environment} />
        </Panel>
      </div>
    </ClientMessages>
  )
}
