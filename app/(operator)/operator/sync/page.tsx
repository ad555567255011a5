import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { Counts } from '@/components/plan/counts'
import { LivePlan } from '@/components/plan/live-plan'
import { PlanState } from '@/components/plan/plan-state'
import { RuleSets } from '@/components/plan/rule-sets'
import { PlanNotes, WhyMade } from '@/components/plan/said'
import { SesNow } from '@/components/plan/ses-now'
import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Pager } from '@/components/ui/pager'
import { Panel } from '@/components/ui/panel'
import { SubmitButton } from '@/components/ui/submit-button'
import { timeCursor } from '@/lib/core/inputs/operator'
import { readLook } from '@/lib/services/sync/look'
import { lastApplied, openPlan } from '@/lib/services/sync/standing'
import { listPlans } from '@/lib/services/sync/read-plan'
import { fullTime } from '@/lib/web/format'
import { requireOperator } from '@/lib/web/session'
import { checkNow } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('operator'))('sync.title') })

const failures = ['busy', 'unread', 'refused'] as const

/** The last apply and what SES has now, then the plans, newest first, and the rule sets that are kept. */
export default async function SyncPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { ctx } = await requireOperator('plan.read')
  const { cursor, failed: given } = await searchParams
  const before = typeof cursor === 'string' && timeCursor.safeParse(cursor).success ? cursor : undefined
  const failed = failures.find((f) => f === given)
  const [t, locale, zone, page, applied, open, look] = await Promise.all([
    getTranslations('operator'), getLocale(), getTimeZone(),
    listPlans({ ctx, input: { limit: 10, cursor: before } }), lastApplied({ ctx }), openPlan({ ctx }), readLook({ ctx }),
  ])
  const time = (at: Date) => fullTime(at, locale, zone)
  const link = (id: string, text: string) => <Link href={`/operator/sync/${id}`} prefetch={false} className="text-accent underline">{text}</Link>
  return (
    <ClientMessages of={['operator']}>
      <PageHead title={t('sync.title')} actions={<form action={checkNow}><SubmitButton>{t('sync.check')}</SubmitButton></form>}>
        <DescriptionList
          items={[
            { name: t('sync.lastApply'), value: applied ? link(applied.id, time(applied.at)) : t('sync.noApply') },
            { name: t('now.title'), value: <SesNow look={look} now={new Date()} time={time} /> },
          ]}
        />
        <LivePlan at="/operator/sync" />
      </PageHead>
      <div className="flex flex-col gap-4 px-4 pb-6">
        {failed && <ErrorPanel alert title={t(`sync.failed.${failed}`)} />}
        {open && <Banner tone={open.status === 'waiting' ? 'warn' : 'accent'} icon={open.status === 'applying' ? 'sync' : 'pause'} acts={<Link href={`/operator/sync/${open.id}`} prefetch={false} className={buttonClass('plain')}>{t('sync.open')}</Link>}>{t(`sync.is.${open.status}`, { time: time(open.at) })}</Banner>}
        <Panel id="plans" title={t('sync.plans')}>
          {page.data.length === 0 && <EmptyState title={t('sync.empty')} />}
          <ul className="flex flex-col divide-y divide-line">
            {page.data.map((plan) => (
              <li key={plan.id} className="flex flex-col gap-1 py-2">
                <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <Link href={`/operator/sync/${plan.id}`} prefetch={false} className="text-form font-medium text-accent underline">{t('sync.planOf', { time: time(new Date(plan.createdAt)) })}</Link>
                  <PlanState status={plan.status} />
                </div>
                {plan.steps.length > 0 ? <Counts plan={plan} /> : plan.status === 'applied' && <p className="text-table text-ink-2">{t('sync.nothing')}</p>}
                <p className="text-meta text-ink-3"><WhyMade reason={plan.reason} code={plan.reasonCode} /></p>
                {(plan.status === 'waiting' || plan.status === 'failed') && <p className="text-table text-ink-2"><PlanNotes note={plan.note} notes={plan.notes} /></p>}
              </li>
            ))}
          </ul>
          <Pager span={t('shown', { n: page.data.length })} newest={before && '/operator/sync'} older={page.nextCursor ? `/operator/sync?cursor=${page.nextCursor}` : undefined} />
        </Panel>
        {look && !before && <Panel id="sets" title={t('sets.title')}><RuleSets sets={look.sets} time={time} /></Panel>}
      </div>
    </ClientMessages>
  )
}
