import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { MailText } from '@/components/message/mail-text'
import { Chip } from '@/components/ui/chip'
import { CopyText } from '@/components/ui/copy-text'
import { DescriptionList } from '@/components/ui/description-list'
import type { ExplainedRecord } from '@/lib/core/domain/explain'
import { markLooks } from './looks'

/** One line a record where there is room for it. */
const columns = 'grid items-start gap-x-4 gap-y-1 lg:grid-cols-[13rem_4rem_minmax(0,4fr)_4rem_minmax(0,5fr)]'
const below = 'grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-4 gap-y-1 text-table sm:grid-cols-[8rem_minmax(0,1fr)] lg:contents'

/** TTLs shorter than this, in seconds, are over before anybody waits for them. */
const shortTtl = 60

interface Props {
  id: string
  title: string
  records: readonly ExplainedRecord[]
  spfLookups: number | undefined
}

/** What is needed for one thing, record by record. */
export function DomainRecords({ id, title, records, spfLookups }: Props) {
  const t = useTranslations('domains')
  return (
    <section aria-labelledby={id} className="rounded-panel border border-line bg-surface">
      <div className={`${columns} items-center border-b border-line px-4 py-2 text-meta text-ink-3`}>
        <h2 id={id} className="text-h2 font-semibold text-ink">
          {title}
        </h2>
        {(['type', 'recordName', 'priority', 'value'] as const).map((head) => (
          <span key={head} aria-hidden="true" className="hidden lg:block">
            {t(head)}
          </span>
        ))}
      </div>
      <ul>
        {records.map((record) => (
          <DomainRecord key={record.purpose} record={record} spfLookups={spfLookups} />
        ))}
      </ul>
    </section>
  )
}

/** What is needed, in the form of the zone's host, and where it is not so, what was found, why, and what to do. */
function DomainRecord({ record, spfLookups }: { record: ExplainedRecord; spfLookups: number | undefined }) {
  const t = useTranslations('domains')
  const [priority, exchange] = record.type === 'MX' ? record.value.split(' ') : []
  const { why, found = [], ttl = 0 } = record
  const unit = ttl >= 7200 ? 'hour' : 'minute'
  const n = Math.ceil(ttl / (unit === 'hour' ? 3600 : 60))
  const news = [
    ...(why ? [{ name: t('found'), value: found.length > 0 ? found.map((f, i) => <span key={i} className="block font-mono"><MailText text={f} /></span>) : t('nothingFound') }] : []),
    ...(why ? [{ name: t('why'), value: <MailText text={t(`whyIs.${why.key}`, why.params)} /> }] : []),
    ...(record.do ? [{ name: t('do'), value: <strong className="font-medium"><MailText text={t(`doIt.${record.do.key}`, record.do.params)} /></strong> }] : []),
    ...(why && ttl >= shortTtl ? [{ name: t('caches'), value: t('ttl', { unit, n, seconds: ttl }) }] : []),
  ]
  return (
    <li aria-label={t(`purpose.${record.purpose}`)} className="flex flex-col gap-1 border-b border-line px-4 py-2 last:border-b-0">
      <div className={columns}>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 className="text-form font-semibold">{t(`purpose.${record.purpose}`)}</h3>
          <Chip {...markLooks[record.mark]} bare={record.mark === 'ok'}>
            {t(`mark.${record.mark}`)}
          </Chip>
          {record.purpose === 'spf' && spfLookups !== undefined && <span className="text-meta text-ink-3">{t('spfCount', { count: spfLookups })}</span>}
        </div>
        <dl className={below}>
          <Part name={t('type')}>{record.type}</Part>
          <Part name={t('recordName')}>{record.nameAtHost ? <CopyText value={record.nameAtHost} what={t('recordName')} /> : t('emptyName')}</Part>
          {priority ? <Part name={t('priority')}>{priority}</Part> : <div className="hidden lg:block" />}
          <Part name={t('value')}>
            <CopyText value={exchange ?? record.value} what={t('value')} />
          </Part>
        </dl>
      </div>
      {news.length > 0 && (
        <div className="lg:pl-56">
          <DescriptionList items={news} />
        </div>
      )}
    </li>
  )
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="contents lg:block lg:text-table lg:leading-6">
      <dt className="text-ink-3 lg:sr-only">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  )
}
