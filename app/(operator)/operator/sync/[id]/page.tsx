import type { Metadata } from 'next'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { Counts } from '@/components/plan/counts'
import { LivePlan } from '@/components/plan/live-plan'
import { Phases } from '@/components/plan/phases'
import { PlanActs } from '@/components/plan/plan-acts'
import { PlanState } from '@/components/plan/plan-state'
import { PlanNotes, WhyMade } from '@/components/plan/said'
import { StepSummary } from '@/components/plan/step-summary'
import { Steps } from '@/components/plan/steps'
import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Meter } from '@/components/ui/meter'
import { Pager } from '@/components/ui/pager'
import { Panel } from '@/components/ui/panel'
import { Progress } from '@/components/ui/progress'
import { SubmitButton } from '@/components/ui/submit-button'
import { readPlanDetail } from '@/lib/services/sync/read-plan'
import { fullTime } from '@/lib/web/format'
import { orNotFound } from '@/app/(operator)/operator/or-not-found'
import { applyNow, cancelNow, checkNow } from '@/app/(operator)/operator/sync/actions'
import { requireOperator } from '@/lib/web/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('operator'))('plan.title') })

/** Steps on one page; a longer plan is summed up first. */
const most = 200
/** Calls of an apply beside the plan's own: reads before and after, the list of sets. */
const around = 6
const tones = { waiting: 'warn', failed: 'bad', stale: 'mute', applying: 'warn' } as const

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** One plan: what it would do, call by call, and how far it is. */
export default async function PlanPage({ params, searchParams }: Props) {
  const { ctx } = await requireOperator('plan.read')
  const [{ id }, query] = await Promise.all([params, searchParams])
  const plan = await orNotFound(readPlanDetail({ ctx, input: { id } }))
  const [t, locale, zone] = await Promise.all([getTranslations('operator'), getLocale(), getTimeZone()])
  const { progress, steps, status } = plan
  const applying = status === 'applying'
  const beforeSwitch = !progress || !['switch', 'done'].includes(progress.phase)
  const seconds = (calls: number) => Math.max(1, Math.ceil((calls + around) / plan.callsPerSecond))
  const at = `/operator/sync/${plan.id}`
  const first = Math.min(Math.max(0, Number(query['from']) || 0), Math.max(0, steps.length - 1))
  const shown = steps.slice(first, first + most)
  const tone = status in tones ? tones[status as keyof typeof tones] : undefined
  const again = <form action={checkNow}><SubmitButton look="plain">{t('plan.makeNew')}</SubmitButton></form>
  return (
    <ClientMessages of={['operator']}>
      <PageHead
        title={t('sync.planOf', { time: fullTime(new Date(plan.createdAt), locale, zone) })}
        crumbs={[{ label: t('sync.title'), href: '/operator/sync' }]}
        actions={
          <PlanActs
            id={plan.id} calls={steps.length} seconds={seconds(steps.length)} deletes={plan.counts.delete} applying={applying} apply={applyNow} cancel={cancelNow}
            canApply={plan.applyable} canCancel={status === 'ready' || status === 'waiting' || (applying && beforeSwitch)}
          />
        }
      >
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1"><PlanState status={status} /><Counts plan={plan} /></div>
        <p className="text-table text-ink-3">
          {plan.by ? t.rich('plan.byPerson', { who: () => <bdi>{plan.by}</bdi> }) : t('plan.byItself')} <WhyMade reason={plan.reason} code={plan.reasonCode} />
        </p>
        <LivePlan at={at} />
      </PageHead>
      <div className="flex flex-col gap-3 px-4 pb-6">
        {tone && plan.note && (
          <Banner tone={tone} acts={status === 'stale' || status === 'failed' ? again : undefined}><PlanNotes note={plan.note} notes={plan.notes} /></Banner>
        )}
        {progress && (applying || status === 'cancelled' || status === 'failed') && (
          <Progress label={t('plan.progress')} value={progress.done} max={progress.total}>
            <Phases progress={progress} ended={!applying} />
            {applying && t('plan.left', { done: progress.done, total: progress.total, seconds: seconds(progress.total - progress.done) })}
          </Progress>
        )}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Meter label={t('plan.rules')} value={plan.rules} max={200} warnAt={180} warnWord={t('plan.near')}>{t('plan.rulesOf', { n: plan.rules, most: 200 })}</Meter>
          <a href={`${at}/json`} download className={buttonClass('plain', undefined, 'small')}><Icon name="download" />{t('plan.json')}</a>
        </div>
        <Panel id="steps" title={t('plan.steps')}>
          {steps.length === 0 && <p className="text-table">{status === 'failed' ? t('plan.noSteps') : t('sync.nothing')}</p>}
          {steps.length > most && <StepSummary steps={steps} />}
          <Steps steps={shown} from={first + 1} />
          {steps.length > most && (
            <Pager
              span={t('plan.span', { from: first + 1, to: first + shown.length, n: steps.length })}
              newest={first > 0 ? at : undefined}
              newer={first > most ? `${at}?from=${first - most}` : undefined}
              older={first + most < steps.length ? `${at}?from=${first + most}` : undefined}
            />
          )}
          <p className="mt-3 text-table text-ink-3">{t('plan.kept', { n: plan.counts.keep + plan.counts.foreign, foreign: plan.counts.foreign })}</p>
        </Panel>
      </div>
    </ClientMessages>
  )
}
