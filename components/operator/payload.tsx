import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { payloadOf } from '@/lib/core/job/payload'

/** What a job was about: ids, each with its name. */
export function Payload({ data }: { data: Record<string, unknown> }) {
  const t = useTranslations('operator.jobs')
  const entries = payloadOf(data)
  if (entries.length === 0) return <p className="text-table text-ink-3">{t('noData')}</p>
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-1 text-meta">
      {entries.map(({ name, value }) => (
        <div key={name} className="flex min-w-0 flex-wrap gap-x-1">
          <dt className="text-ink-3">{name}</dt>
          <dd className="font-mono wrap-anywhere">
            {value === null ? <span className="font-sans text-ink-3">{t('hidden')}</span> : name === 'planId' ? <Link href={`/operator/sync/${encodeURIComponent(value)}`} prefetch={false} className="text-accent underline">{value}</Link> : value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
