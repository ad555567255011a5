import Link from 'next/link'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { Table } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { AttemptChip } from '@/components/webhook/chips'
import { eventKey } from '@/components/webhook/words'
import type { TenantContext } from '@/lib/core/access/actor'
import { listAttempts } from '@/lib/services/webhook/attempt'
import type { WebhookState } from '@/lib/services/webhook/list'
import { logTime, zoneName } from '@/lib/web/format'
import { orNotFound } from './read'
import { logHref, logOf, views } from './search-params'

interface Props {
  ctx: TenantContext
  webhook: WebhookState
  page: string
  query: Record<string, string | string[] | undefined>
  test: ReactNode
}

/** The calls of a webhook, planned and made, newest first. */
export async function Log({ ctx, webhook, page, query, test }: Props) {
  const [t, locale, zone] = await Promise.all([getTranslations('webhooks'), getLocale(), getTimeZone()])
  const { view, cursor, input } = logOf(query)
  const { data, nextCursor } = await listAttempts({ ctx, input: { ...input, id: webhook.id } }).catch(orNotFound)
  const now = new Date()
  return (
    <section aria-labelledby="log" className="flex min-w-0 flex-col gap-2">
      <h2 id="log" className="text-h2 font-semibold">
        {t('log')}
      </h2>
      <Tabs label={t('filterLabel')} items={views.map((v) => ({ href: logHref(page, v), label: t(`filter.${v}`), current: v === view, count: v === 'undelivered' && webhook.undelivered > 0 ? String(webhook.undelivered) : undefined }))} />
      <Table
        label={t('log')}
        empty={
          view === 'all' && !cursor ? (
            <EmptyState title={t('logEmpty')}>
              <p className="text-ink-2">{t('logEmptyText')}</p>
              {test}
            </EmptyState>
          ) : (
            <EmptyState title={t('logNone')}>
              <p className="text-ink-2">{t('logNoneText')}</p>
            </EmptyState>
          )
        }
        columns={[
          { id: 'what', head: t('what'), phone: 'title' },
          { id: 'result', head: t('result'), phone: 'side', nowrap: true },
          { id: 'when', head: `${t('when')} ${zoneName(now, locale, zone)}`, nowrap: true },
          { id: 'took', head: t('took'), numeric: true, nowrap: true, phone: 'hidden' },
        ]}
        rows={data.map((a) => ({
          id: a.id,
          name: t(`event.${eventKey(a.type)}.name`),
          cells: {
            what: (
              <>
                <Link href={`${page}/attempts/${a.id}`} prefetch={false} className="font-medium text-accent underline">
                  {t(`event.${eventKey(a.type)}.name`)}
                </Link>
                {a.n > 1 && <span className="text-ink-3"> {t('try', { n: a.n })}</span>}
              </>
            ),
            result: <AttemptChip state={a.state} status={a.status} />,
            when: a.state === 'waiting' ? t('nextTryAt', { time: logTime(a.dueAt, locale, zone, now) }) : logTime(a.startedAt ?? a.settledAt ?? a.dueAt, locale, zone, now),
            took: a.ms === null ? '' : t('ms', { n: a.ms }),
          },
          ...(a.problem ? { note: <bdi className="wrap-anywhere">{t(`problem.${a.problem.key}`, a.problem.params as never)}</bdi> } : {}),
        }))}
      />
      {(nextCursor || cursor) && <Pager span={t('shown', { n: data.length })} newest={cursor && logHref(page, view)} older={nextCursor ? logHref(page, view, nextCursor) : undefined} />}
    </section>
  )
}
