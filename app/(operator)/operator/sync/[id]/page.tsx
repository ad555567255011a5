import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { Counts } from '@/components/plan/counts'
import { LivePlan } from '@/components/plan/live-plan'
import { PlanActs } from '@/components/plan/plan-acts'
import { PlanState } from '@/components/plan/plan-state'
import { Steps } from '@/components/plan/steps'
import { Banner } from '@/components/ui/banner'
import { Meter } from '@/components/ui/meter'
import { Panel } from '@/components/ui/panel'
import { Progress } from '@/components/ui/progress'
import { SubmitButton } from '@/components/ui/submit-button'
import { Refusal } from '@/lib/core/access/refusal'
import { readPlanDetail } from '@/lib/services/sync/read-plan'
import { fullTime } from '@/lib/web/format'
import { requireOperator } from '@/lib/web/session'
import { applyNow, cancelNow, checkNow } from '@/app/(operator)/operator/sync/actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('operator'))('plan.title') })

/** One plan: what it would do, call by call, and how far it is. */
export default async function PlanPage({ params }: { params: Promise<{ id: string }> }) {
  const { ctx } = await requireOperator()
  const { id } = await params
  const plan = await readPlanDetail({ ctx, input: { id } }).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'not_found') notFound()
    throw error
  })
  const [t, locale, zone] = await Promise.all([getTranslations('operator'), getLocale(), getTimeZone()])
  const { progress } = plan
  const applying = plan.status === 'applying'
  const beforeSwitch = !progress || !['switch', 'done'].includes(progress.phase)
  return (
    <ClientMessages of={['operator']}>
      <PageHead
        title={t('sync.planOf', { time: fullTime(new Date(plan.createdAt), locale, zone) })}
        crumbs={[{ label: t('sync.title'), href: '/operator/sync' }]}
        actions={
          <PlanActs
            id={plan.id} calls={plan.steps.length} deletes={plan.counts.delete} applying={applying} apply={applyNow} cancel={cancelNow}
            canApply={plan.applyable} canCancel={plan.status === 'ready' || plan.status === 'waiting' || (applying && beforeSwitch)}
          />
        }
      >
        <div className="flex flex-wrap items-center gap-3"><PlanState status={plan.status} /><Counts plan={plan} /></div>
        <p className="text-table text-ink-3">{plan.createdBy ? t('plan.byOperator') : t('plan.byItself')} <span lang="en">{plan.reason}</span></p>
        <LivePlan />
      </PageHead>
      <div className="flex flex-col gap-3 px-4 pb-6">
        {plan.status === 'waiting' && plan.foreignSet && <Banner tone="warn">{t('plan.foreign', { set: plan.activeSet ?? '', n: plan.counts.foreign })}</Banner>}
        {plan.status === 'waiting' && !plan.foreignSet && plan.activeSet === null && <Banner tone="warn">{t('plan.switchedOff')}</Banner>}
        {plan.status === 'stale' && <Banner tone="mute" acts={<form action={checkNow}><SubmitButton>{t('plan.makeNew')}</SubmitButton></form>}>{t('plan.stale')}</Banner>}
        {plan.note && plan.status === 'failed' && <Banner tone="bad"><span lang="en">{plan.note}</span></Banner>}
        {progress && (applying || plan.status === 'cancelled') && (
          <Progress label={t('plan.progress')} value={progress.done} max={progress.total}>
            {t('plan.at', { phase: t(`phase.${progress.phase}`), done: progress.done, total: progress.total, seconds: Math.max(1, progress.total - progress.done + 2) })}
            {' '}<Link href={`/operator/sync/${plan.id}`} prefetch={false} className="text-accent underline">{t('live.again')}</Link>
          </Progress>
        )}
        <Meter label={t('plan.rules')} value={plan.rules} max={200} warnAt={180} warnWord={t('plan.near')}>{`${plan.rules} / 200`}</Meter>
        <Panel id="steps" title={t('plan.steps')}>
          {plan.steps.length > 0 ? <Steps steps={plan.steps} /> : <p className="text-table">{t('sync.nothing')}</p>}
          <p className="mt-3 text-table text-ink-3">{t('plan.kept', { n: plan.counts.keep + plan.counts.foreign, foreign: plan.counts.foreign })}</p>
        </Panel>
        <details>
          <summary className="text-table">{t('plan.json')}</summary>
          <pre tabIndex={0} role="region" aria-label={t('plan.json')} className="max-h-96 overflow-auto rounded-control border border-line bg-sunken p-3 font-mono text-meta">{JSON.stringify(plan, null, 2)}</pre>
        </details>
      </div>
    </ClientMessages>
  )
}
