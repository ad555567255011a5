import { useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip'
import { Panel } from '@/components/ui/panel'
import type { TenantDetail } from '@/lib/core/tenant/detail'

/** A tenant's domains and how each stands. */
export function TenantDomains({ domains, time }: { domains: TenantDetail['domains']; time: (at: Date) => string }) {
  const t = useTranslations('tenants.page')
  return (
    <Panel id="domains" title={t('domains')}>
      {domains.length === 0 && <p className="text-table">{t('noDomains')}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {domains.map((d) => (
          <li key={d.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1 text-table">
            <bdi className="font-mono wrap-anywhere">{d.name}</bdi>
            {d.status === 'failing' && <Chip tone="bad" icon="cross">{t('failingAt', { time: d.failingAt ? time(d.failingAt) : '–' })}</Chip>}
            {d.status === 'verified' && <Chip tone="ok" icon="tick" bare>{t('verifiedAt', { time: d.verifiedAt ? time(d.verifiedAt) : '–' })}</Chip>}
            {d.status === 'pending' && <Chip tone="mute" icon="clock">{t('pending')}</Chip>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
