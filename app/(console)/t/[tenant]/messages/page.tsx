import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { LogTable } from '@/components/message/log-table'
import { Pager } from '@/components/message/pager'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Refusal } from '@/lib/core/access/refusal'
import type { Page } from '@/lib/core/inputs/page'
import { keptByDefault } from '@/lib/core/rules/trace'
import { listMessages } from '@/lib/services/message/list'
import type { MessageRow } from '@/lib/services/message/row'
import { fullTime, logTime, zoneName } from '@/lib/web/format'
import { requireUser, tenantContext } from '@/lib/web/session'
import { EmptyLog } from './empty'
import { LogFilters } from './filters'
import { problemText } from './problem'
import { isUntidy, logHref, readLogQuery } from './search-params'

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
  const href = logHref(slug, read.values, read)
  await requireUser(href)
  const { ctx } = await tenantContext(slug)
  if (isUntidy(query)) redirect(href)

  const t = await getTranslations('messages')
  const now = new Date()
  const { page, slow } = read.input ? await list(() => listMessages({ ctx, input: read.input! })) : {}
  const problems = [...(await Promise.all(read.problems.map((p) => problemText(p)))), ...(slow ? [t('searchSlow')] : [])]
  const time = (at: Date) => ({ short: logTime(at, locale, zone, now), full: `${fullTime(at, locale, zone)}\n${fullTime(at, locale, 'UTC')}` })
  const [newestRow, oldestRow] = [page?.data[0], page?.data.at(-1)]
  const filtered = Object.keys(read.values).length > 0

  return (
    <div className="pending-scope flex flex-1 flex-col">
      <div className="flex flex-col gap-3 px-4 pt-4 pb-3">
        <h1 className="text-h1 font-semibold">{t('title')}</h1>
        <LogFilters slug={slug} read={read} zone={zone} />
      </div>
      {problems.map((problem) => (
        <div key={problem} className="px-4 pb-3">
          <ErrorPanel alert title={t('filterProblem', { problem })} />
        </div>
      ))}
      {page && newestRow && oldestRow && (
        <>
          <div className="pending-target border-y border-line bg-surface">
            <LogTable
              rows={page.data.map((row) => ({
                ...row,
                reason: row.reason === keptByDefault ? '' : row.reason,
                href: `/t/${encodeURIComponent(slug)}/messages/${row.id}`,
              }))}
              zone={zoneName(now, locale, zone)}
              time={time}
            />
          </div>
          <Pager
            span={t('span', { count: page.data.length, from: time(newestRow.receivedAt).short, to: time(oldestRow.receivedAt).short })}
            newest={read.cursor && href}
            older={page.nextCursor ? logHref(slug, read.values, { ...read, cursor: page.nextCursor }) : undefined}
          />
        </>
      )}
      {page && !newestRow && (
        <EmptyLog
          ctx={ctx}
          filtered={filtered || read.cursor !== undefined}
          all={logHref(slug, {})}
          further={page.nextCursor ? logHref(slug, read.values, { ...read, cursor: page.nextCursor }) : undefined}
        />
      )}
    </div>
  )
}

/** A search that takes too long is the reader's to narrow; anything else is this page's error. */
async function list(read: () => Promise<Page<MessageRow>>): Promise<{ page?: Page<MessageRow>; slow?: boolean }> {
  try {
    return { page: await read() }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invalid' && error.problems.some((p) => p.path[0] === 'q')) return { slow: true }
    throw error
  }
}
