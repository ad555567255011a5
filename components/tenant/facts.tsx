import { useLocale, useTranslations } from 'next-intl'
import { DescriptionList } from '@/components/ui/description-list'
import { Panel } from '@/components/ui/panel'
import { numberFormat } from '@/lib/core/formatter'
import type { TenantDetail } from '@/lib/core/tenant/detail'

/** A tenant's size and when it last did something. */
export function TenantFacts({ tenant, time }: { tenant: TenantDetail; time: (at: Date) => string }) {
  const t = useTranslations('tenants.page')
  const locale = useLocale()
  const number = (n: number) => numberFormat(locale, {}).format(n)
  return (
    <Panel id="facts" title={t('facts')}>
      <DescriptionList
        items={[
          { name: t('slug'), value: <span className="font-mono">{tenant.slug}</span> },
          { name: t('created'), value: time(tenant.createdAt) },
          { name: t('mailToday'), value: number(tenant.mail.today) },
          { name: t('mailMonth'), value: number(tenant.mail.month) },
          { name: t('mailTotal'), value: number(tenant.mail.total) },
          { name: t('held'), value: number(tenant.mail.held) },
          { name: t('lastMail'), value: tenant.lastMail ? time(tenant.lastMail) : t('never') },
          { name: t('rules'), value: tenant.rulesPublishedAt ? time(tenant.rulesPublishedAt) : t('noRules') },
          { name: t('apiKeys'), value: number(tenant.apiKeys) },
        ]}
      />
    </Panel>
  )
}
