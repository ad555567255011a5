import { useFormatter, useTranslations } from 'next-intl'
import { MailText } from '@/components/message/mail-text'
import { Chip } from '@/components/ui/chip'
import { CopyText } from '@/components/ui/copy-text'
import { DescriptionList } from '@/components/ui/description-list'
import type { ExplainedRecord } from '@/lib/core/domain/explain'
import { markLooks } from './looks'

const spans = { hour: 3600, minute: 60, second: 1 } as const

/** One record: what is needed, in the form of the zone's host, and where it is not so, what was found, why, and what to do. */
export function DomainRecord({ record, spfLookups }: { record: ExplainedRecord; spfLookups: number | undefined }) {
  const t = useTranslations('domains')
  const format = useFormatter()
  const [priority, exchange] = record.type === 'MX' ? record.value.split(' ') : []
  const { why, found = [] } = record
  const items = [
    { name: t('type'), value: record.type },
    { name: t('recordName'), value: record.nameAtHost ? <CopyText value={record.nameAtHost} what={t('recordName')} /> : t('emptyName') },
    ...(priority ? [{ name: t('priority'), value: priority }] : []),
    { name: t('value'), value: <CopyText value={exchange ?? record.value} what={t('value')} /> },
  ]
  const unit = (record.ttl ?? 0) >= 7200 ? 'hour' : (record.ttl ?? 0) >= 120 ? 'minute' : 'second'
  const span = format.number(Math.ceil((record.ttl ?? 0) / spans[unit]), { style: 'unit', unit, unitDisplay: 'long' })
  const news = [
    ...(why ? [{ name: t('found'), value: found.length > 0 ? found.map((f, i) => <span key={i} className="block font-mono"><MailText text={f} /></span>) : t('nothingFound') }] : []),
    ...(why ? [{ name: t('why'), value: <MailText text={t(`whyIs.${why.key}`, why.params)} /> }] : []),
    ...(why && record.ttl !== undefined ? [{ name: t('caches'), value: t('ttl', { span, seconds: record.ttl }) }] : []),
    ...(record.do ? [{ name: t('do'), value: <strong className="font-medium"><MailText text={t(`doIt.${record.do.key}`, record.do.params)} /></strong> }] : []),
  ]
  return (
    <li aria-label={t(`purpose.${record.purpose}`)} className="flex flex-col gap-2 border-b border-line px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-form font-semibold">{t(`purpose.${record.purpose}`)}</h3>
        <Chip {...markLooks[record.mark]}>{t(`mark.${record.mark}`)}</Chip>
        {record.purpose === 'spf' && spfLookups !== undefined && <span className="text-meta text-ink-3">{t('spfCount', { count: spfLookups })}</span>}
      </div>
      <DescriptionList items={items} />
      {news.length > 0 && <DescriptionList items={news} />}
    </li>
  )
}
