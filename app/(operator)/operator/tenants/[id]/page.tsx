import type { Metadata } from 'next'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { StartForm } from '@/components/impersonation/start-form'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { TenantActs } from '@/components/tenant/acts'
import { TenantDomains } from '@/components/tenant/domains'
import { TenantFacts } from '@/components/tenant/facts'
import { TenantLimits } from '@/components/tenant/limits'
import { TenantState } from '@/components/tenant/state'
import { Banner } from '@/components/ui/banner'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Panel } from '@/components/ui/panel'
import { readTenantUsage } from '@/lib/services/limit/of-tenant'
import { readTenantFacts } from '@/lib/services/tenant/facts'
import { readGrace } from '@/lib/services/tenant/grace'
import { fullTime } from '@/lib/web/format'
import { requireOperator } from '@/lib/web/session'
import { startLook } from '@/app/(operator)/operator/impersonation/actions'
import { orNotFound } from '@/app/(operator)/operator/or-not-found'
import { askDeletion, resume, suspend, takeBack } from './actions'
import { saveLimits } from './limit-action'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('operator'))('tenants.name') })

const dones = ['suspended', 'resumed', 'deleting', 'undeleted', 'limits'] as const
const failures = ['conflict', 'forbidden', 'gone'] as const

/** One tenant: how it stands, its size, its people and domains, what operators did to it and what they can do. Never its mail. */
export default async function TenantPage({ params, searchParams }: Props) {
  const { ctx } = await requireOperator('tenant.list')
  const [{ id }, query] = await Promise.all([params, searchParams])
  const tenant = await orNotFound(readTenantFacts({ ctx, input: { id } }))
  const usage = await readTenantUsage({ ctx, input: { id } })
  const [t, o, i, locale, zone, { graceDays }] = await Promise.all([getTranslations('tenants'), getTranslations('operator'), getTranslations('impersonation'), getLocale(), getTimeZone(), readGrace()])
  const time = (at: Date) => fullTime(at, locale, zone)
  const done = dones.find((d) => d === query['done'])
  const failed = failures.find((f) => f === query['failed'])
  const { suspendedAt, suspendReason, deletionAskedAt, deletionDueAt, deletionAskedBy } = tenant
  return (
    <ClientMessages of={['impersonation', 'tenants']}>
      <PageHead title={<bdi>{tenant.name}</bdi>} crumbs={[{ label: o('tenants.title'), href: '/operator/tenants' }]}>
        <p><TenantState suspendedAt={suspendedAt} deletionDueAt={deletionDueAt} failing={tenant.domains.filter((d) => d.status === 'failing').length} /></p>
      </PageHead>
      <div className="flex flex-col gap-4 px-4 pb-6">
        {failed && <ErrorPanel alert title={t(`problem.${failed}`, { slug: tenant.slug })} />}
        {done && <Banner tone="ok" live>{t(`done.${done}`)}</Banner>}
        {query['done'] === 'ended' && <Banner tone="ok" live>{i('ended', { name: tenant.name })}</Banner>}
        {suspendedAt && <Banner tone="warn" icon="pause"><bdi>{t('page.suspendedSince', { since: time(suspendedAt), reason: suspendReason ?? '–' })}</bdi></Banner>}
        {deletionAskedAt && deletionDueAt && <Banner tone="bad" icon="bin">{t('page.deletingOn', { since: time(deletionAskedAt), due: time(deletionDueAt), by: deletionAskedBy ?? 'other' })}</Banner>}
        <TenantFacts tenant={tenant} time={time} />
        <TenantLimits usage={usage} time={time} action={saveLimits.bind(null, id)} />
        <TenantDomains domains={tenant.domains} time={time} />
        <Panel id="members" title={t('page.members')}>
          {tenant.members.length === 0 && <p className="text-table">{t('page.noMembers')}</p>}
          <ul className="flex flex-col divide-y divide-line">
            {tenant.members.map((m) => (
              <li key={m.userId} className="py-1 text-table wrap-anywhere">
                <bdi className="font-medium">{m.name}</bdi> <bdi className="font-mono">{m.email}</bdi> <span className="text-ink-3">{m.role} · {time(m.since)}</span>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel id="look" title={i('title')}>
          <StartForm name={tenant.name} action={startLook.bind(null, id)} />
        </Panel>
        <TenantActs
          tenant={tenant}
          graceDays={graceDays}
          suspend={suspend.bind(null, id)}
          resume={resume.bind(null, id)}
          askDeletion={askDeletion.bind(null, id)}
          takeBack={takeBack.bind(null, id)}
        />
        <Panel id="acts" title={t('page.acts')}>
          {tenant.acts.length === 0 && <p className="text-table">{t('page.noActs')}</p>}
          <ul className="flex flex-col divide-y divide-line">
            {tenant.acts.map((act, i) => {
              const verb = act.verb.replace(/^tenant\./, '')
              const reason = (act.after as { reason?: string } | null)?.reason
              return (
                <li key={i} className="py-1 text-table wrap-anywhere">
                  <span className="font-medium">{t.has(`verb.${verb}` as 'verb.suspend') ? t(`verb.${verb}` as 'verb.suspend') : act.verb}</span>{' '}
                  <span className="text-ink-3">{time(act.at)} · <bdi>{act.by ? t('page.by', { name: act.by }) : t('page.byKey')}</bdi></span>
                  {reason && <bdi className="block text-ink-2">{reason}</bdi>}
                </li>
              )
            })}
          </ul>
        </Panel>
      </div>
    </ClientMessages>
  )
}
