import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { BulkBar } from '@/components/message/bulk-bar'
import { LogKeys } from '@/components/message/log-keys'
import { LogTable } from '@/components/message/log-table'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Pager } from '@/components/ui/pager'
import { allows } from '@/lib/services/access/authorize'
import { Refusal } from '@/lib/core/access/refusal'
import { keptByDefault } from '@/lib/core/rules/trace'
import { readLog, type Log } from '@/lib/services/message/list'
import { chosenColumns } from '@/lib/web/columns'
import { bytes, fullTime, logTime, zoneName } from '@/lib/web/format'
import { requireUser, tenantContext } from '@/lib/web/session'
import { bulk, takeBack } from './actions'
import { EmptyLog } from './empty'
import { LogFilters } from './filters'
import { LogActions } from './log-actions'
import { problemText } from './problem'
import { isUntidy, logHref, readLogQuery } from './search-params'
import { VolumeChart } from './volume-chart'

interface Props {
  params: Promise<{ tenant: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('messages'))('title') }
}

/** The message log: the address says what is shown. */
export default async function MessagesPage({ params, searchParams }: Props) {
  const [{ tenant: slug }, query, locale, zone] = await Promise.all([params, searchParams, getLocale(), getTimeZone()])
  const read = readLogQuery(query, zone)
  const href = logHref(slug, read.values, { zone: read.zone })
  await requireUser(logHref(slug, read.values, read))
  const { ctx } = await tenantContext(slug, 'message.read')
  if (isUntidy(query)) redirect(logHref(slug, read.values, read))

  const t = await getTranslations('messages')
  const now = new Date()
  const { page, slow } = read.input ? await list(() => readLog({ ctx, input: read.input! })) : {}
  const problems = [...(await Promise.all(read.problems.map((p) => problemText(p)))), ...(slow ? [t('searchSlow')] : [])]
  const time = (at: Date) => ({ short: logTime(at, locale, zone, now), full: `${fullTime(at, locale, zone)}\n${fullTime(at, locale, 'UTC')}` })
  const [newestRow, oldestRow] = [page?.data[0], page?.data.at(-1)]
  const columns = await chosenColumns()
  const filtered = Object.keys(read.values).length > 0

  const writes = allows(ctx, 'message.release')
  return (
    <ClientMessages of={['log', 'messages']}>
      <div className="pending-scope flex flex-1 flex-col">
        <LogKeys />
        <PageHead title={t('title')} actions={<LogActions slug={slug} ctx={ctx} read={read} newestId={read.cursor || read.newer ? undefined : newestRow?.id} />}>
          <LogFilters slug={slug} read={read} zone={zone} />
        </PageHead>
        {problems.map((problem) => (
          <div key={problem} className="px-4 pb-3">
            <ErrorPanel alert title={t('filterProblem', { problem })} />
          </div>
        ))}
        {read.input && (
          <div className="px-4 pb-3 empty:hidden">
            <VolumeChart slug={slug} ctx={ctx} read={read} zone={zone} now={now} />
          </div>
        )}
        {page && newestRow && oldestRow && (
          <>
            <div className="pending-target border-y border-line bg-surface">
              <LogTable
                rows={page.data.map((row) => ({ ...row, reason: row.reason === keptByDefault ? '' : row.reason, href: logHref(slug, read.values, { zone: read.zone, path: `/${row.id}` }) }))}
                more={columns}
                size={(n) => bytes(n, locale)}
                zone={zoneName(now, locale, zone)}
                time={time}
                acts={writes}
              />
            </div>
            {writes && <BulkBar action={bulk.bind(null, slug)} takeBack={takeBack.bind(null, slug)} names={Object.fromEntries(page.data.map((row) => [row.id, row.subject || t('noSubject')]))} />}
            <div className="px-4 pb-2">
              <Pager
                span={t('span', { count: page.data.length, from: time(newestRow.receivedAt).short, to: time(oldestRow.receivedAt).short })}
                newest={read.cursor || read.newer ? href : undefined}
                newer={page.newer ? logHref(slug, read.values, { zone: read.zone, newer: page.newer }) : undefined}
                older={page.older ? logHref(slug, read.values, { zone: read.zone, cursor: page.older }) : undefined}
              />
            </div>
          </>
        )}
        {page && !newestRow && (
          <EmptyLog
            ctx={ctx}
            filtered={filtered || read.cursor !== undefined || read.newer !== undefined}
            all={logHref(slug, {})}
            further={page.older ? logHref(slug, read.values, { zone: read.zone, cursor: page.older }) : undefined}
          />
        )}
      </div>
    </ClientMessages>
  )
}

/** A search that takes too long is the reader's to narrow; anything else is this page's error. */
async function list(read: () => Promise<Log>): Promise<{ page?: Log; slow?: boolean }> {
  try {
    return { page: await read() }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invalid' && error.problems.some((p) => p.path[0] === 'q')) return { slow: true }
    throw error
  }
}
