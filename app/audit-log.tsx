import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AuditFilters } from '@/components/audit/filters'
import { AuditLog } from '@/components/audit/log'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Icon } from '@/components/ui/icon'
import { Pager } from '@/components/ui/pager'
import { isActorKind } from '@/lib/core/access/actor'
import type { AuditRow } from '@/lib/core/audit/row'
import { verbsIn } from '@/lib/core/audit/verb'
import { auditFormats, type ListAudit } from '@/lib/core/inputs/audit'
import type { Page } from '@/lib/core/inputs/page'
import { auditFilters, auditHref, type AuditQuery } from '@/lib/web/audit-query'
import { fullTime, logTime, zoneName } from '@/lib/web/format'

interface Props {
  whose: 'tenant' | 'platform'
  /** The page's own address without filters. */
  base: string
  read: AuditQuery
  list: (input: ListAudit) => Promise<Page<AuditRow>>
  /** Above the log. */
  children?: ReactNode
}

/** The page of an audit: a tenant's own, or the operators'. */
export async function AuditPage({ whose, base, read, list, children }: Props) {
  const [t, locale, zone] = await Promise.all([getTranslations('audit'), getLocale(), getTimeZone()])
  const page = read.input && (await list({ ...read.input, limit: 50 }))
  const now = new Date()
  const short = zoneName(now, locale, zone)
  const time = (at: Date) => ({ short: logTime(at, locale, zone, now), full: `${fullTime(at, locale, zone)}\n${fullTime(at, locale, 'UTC')}` })
  const href = (values: AuditQuery['values'], more: { cursor?: string } = {}) => auditHref(base, values, { zone: read.zone, ...more })

  const labels = { actor: t('who'), kind: t('kindLabel'), verb: t('what'), target: t('thing'), since: t('since', { zone: short }), until: t('until', { zone: short }) }
  const verbs = verbsIn(whose).flatMap(({ noun, verbs: own }) => [
    { value: noun as string, label: t('whatAll', { noun: t(`noun.${noun}`) }) },
    ...own.map((verb) => ({ value: verb as string, label: t(`verb.${verb}`) })),
  ])
  const shown = (name: keyof typeof labels, value: string) => (name === 'verb' ? (verbs.find((v) => v.value === value)?.label ?? value) : name === 'kind' && isActorKind(value) ? t(`kind.${value}`) : value)
  const active = auditFilters.flatMap((name) => {
    const { [name]: value, ...rest } = read.values
    return value ? [{ name: labels[name], value: shown(name, value), without: href(rest) }] : []
  })
  const [first, last] = [page?.data[0], page?.data.at(-1)]
  return (
    <ClientMessages of={['audit']}>
      <PageHead
        title={t('title')}
        actions={
          read.input && (
            <>
              <span className="text-table text-ink-3" title={t('exportHint')}>{t('export')}</span>
              {auditFormats.map((format) => (
                <a key={format} href={auditHref(`${base}/export`, read.values, { zone: read.zone, format })} title={t('exportHint')} className={buttonClass('plain', undefined, 'small')} download>
                  <Icon name="download" />
                  {t(format === 'csv' ? 'exportCsv' : 'exportJsonl')}
                </a>
              ))}
            </>
          )
        }
      >
        <p className="max-w-3xl text-ink-2">{t(whose === 'tenant' ? 'about' : 'aboutPlatform')}</p>
        {children}
        <AuditFilters action={base} values={read.values} zone={{ id: read.zone, short: zoneName(now, locale, read.zone) }} verbs={verbs} active={active} />
      </PageHead>
      <div className="flex flex-col gap-2 px-4 pb-6">
        {read.problems.map(({ name, value }) => (
          <ErrorPanel key={name} alert title={name === 'cursor' ? t('wrongCursor') : t('wrong', { name: labels[name], value })} />
        ))}
        {page && page.data.length > 0 && <AuditLog rows={page.data} zone={short} time={time} only={(filter) => href(filter)} />}
        {page && page.data.length === 0 && (
          <EmptyState title={active.length > 0 || read.cursor ? t('noMatch') : t('empty')}>
            <p className="text-ink-2">{active.length > 0 || read.cursor ? t('noMatchText') : t(whose === 'tenant' ? 'emptyText' : 'emptyPlatform')}</p>
            {(active.length > 0 || read.cursor) && <a href={base} className={buttonClass()}>{t('showAll')}</a>}
          </EmptyState>
        )}
        {page && first && last && (
          <Pager
            span={t('shown', { n: page.data.length, from: time(first.at).short, to: time(last.at).short })}
            newest={read.cursor ? href(read.values) : undefined}
            older={page.nextCursor ? href(read.values, { cursor: page.nextCursor }) : undefined}
          />
        )}
      </div>
    </ClientMessages>
  )
}
