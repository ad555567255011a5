import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DescriptionList } from '@/components/ui/description-list'
import type { Environment } from '@/lib/core/setting/environment'

/** What the environment of the processes fixes. It is read only: a variable is changed where the processes are started. */
export function EnvironmentFacts({ environment: e }: { environment: Environment }) {
  const t = useTranslations('platform')
  const code = (text: string): ReactNode => <span className="font-mono">{text}</span>
  const list = (values: string[], none: string): ReactNode => (values.length > 0 ? <bdi className="font-mono">{values.join(', ')}</bdi> : none)
  const items = [
    { name: t('environment.aws'), value: t(`environment.${e.aws}`) },
    { name: t('environment.region'), value: code(e.region) },
    { name: t('environment.sendingRegion'), value: code(e.sendingRegion) },
    { name: t('environment.url'), value: code(e.url) },
    { name: t('environment.domain'), value: code(e.domain) },
    { name: t('environment.providers'), value: list(e.logInProviders, t('environment.noProviders')) },
    { name: t('environment.dns'), value: list(e.dnsServers, t('environment.systemDns')) },
    { name: t('environment.webhookAllow'), value: list(e.webhookAllow, t('environment.noWebhookAllow')) },
    { name: t('environment.metrics'), value: t(e.metricsToken ? 'environment.metricsOn' : 'environment.metricsOff') },
  ]
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-prose text-table text-ink-2">{t('environment.hint')}</p>
      <DescriptionList items={items} />
    </div>
  )
}
