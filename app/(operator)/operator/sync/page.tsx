import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { Counts } from '@/components/plan/counts'
import { LivePlan } from '@/components/plan/live-plan'
import { PlanState } from '@/components/plan/plan-state'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { SubmitButton } from '@/components/ui/submit-button'
import { listPlans } from '@/lib/services/sync/read-plan'
import { fullTime } from '@/lib/web/format'
import { requireOperator } from '@/lib/web/session'
import { checkNow } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('operator'))('sync.title') })

const cursorForm = /^\d{1,15}\.[0-9a-f-]{36}$/

/** Sync plans, newest first: the last apply, what SES has now, and what waits. */
export default async function SyncPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { ctx } = await requireOperator()
  const { cursor } = await searchParams
  const before = typeof cursor === 'string' && cursorForm.test(cursor) ? cursor : undefined
  const [t, locale, zone, page, newest] = await Promise.all([
    getTranslations('operator'), getLocale(), getTimeZone(),
    listPlans({ ctx, input: { limit: 20, cursor: before } }),
    listPlans({ ctx, input: { limit: 100 } }),
  ])
  const time = (at: string) => fullTime(new Date(at), locale, zone)
  const lastApply = newest.data.find((p) => p.status === 'applied' && p.steps.length > 0)
  const open = newest.data.find((p) => p.status === 'applying' || p.applyable)
  const looked = newest.data[0]
  return (
    <ClientMessages of={['operator']}>
      <PageHead title={t('sync.title')} actions={<form action={checkNow}><SubmitButton>{t('sync.check')}</SubmitButton></form>}>
        <p className="text-form">{lastApply?.settledAt ? t('sync.lastApply', { time: time(lastApply.settledAt) }) : t('sync.noApply')}</p>
        <p className="text-form">
          {open ? t('sync.differs', { time: time(open.createdAt) }) : looked ? t('sync.asPlanned', { time: time(looked.settledAt ?? looked.createdAt) }) : t('sync.notLooked')}
        </p>
        <p className="text-meta"><Link href="/operator/sync" prefetch={false} className="text-accent underline">{t('live.again')}</Link></p>
        <LivePlan />
      </PageHead>
      <div className="flex flex-col gap-3 px-4 pb-6">
        {page.data.length === 0 && <EmptyState title={t('sync.empty')} />}
        <ul className="flex flex-col divide-y divide-line">
          {page.data.map((plan) => (
            <li key={plan.id} className="flex flex-col gap-1 py-2">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Link href={`/operator/sync/${plan.id}`} prefetch={false} className="font-medium text-accent underline">{t('sync.planOf', { time: time(plan.createdAt) })}</Link>
                <PlanState status={plan.status} />
              </div>
              {plan.steps.length > 0 ? <Counts plan={plan} /> : <p className="text-table text-ink-3">{t('sync.nothing')}</p>}
              <p lang="en" className="text-meta wrap-anywhere text-ink-3">{plan.reason}</p>
            </li>
          ))}
        </ul>
        <Pager span={t('shown', { n: page.data.length })} newest={before && '/operator/sync'} older={page.nextCursor ? `/operator/sync?cursor=${page.nextCursor}` : undefined} />
      </div>
    </ClientMessages>
  )
}
