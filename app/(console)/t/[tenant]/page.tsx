import type { Metadata } from 'next'
import Link from 'next/link'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { setPreference } from '@/app/actions'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { RefreshOnNews } from '@/components/live/refresh-on-news'
import { Checklist } from '@/components/today/checklist'
import { Banner } from '@/components/ui/banner'
import { Panel } from '@/components/ui/panel'
import { SubmitButton } from '@/components/ui/submit-button'
import { allows } from '@/lib/services/access/authorize'
import { findTestMail, testAddress } from '@/lib/services/tenant/test-mail'
import { mostCounted, readToday } from '@/lib/services/tenant/today'
import { preferences } from '@/lib/web/preferences'
import { tenantContext } from '@/lib/web/session'
import { readLogQuery } from './messages/search-params'
import { VolumeChart } from './messages/volume-chart'
import { sendTest } from './today-actions'

interface Props {
  params: Promise<{ tenant: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('today'))('title') }
}

/** What needs a person, and for a newcomer the way to the first mail. */
export default async function TodayPage({ params, searchParams }: Props) {
  const { ctx, tenant } = await tenantContext((await params).tenant, 'message.read')
  const query = await searchParams
  const testId = typeof query['test'] === 'string' ? query['test'] : undefined
  const [t, zone, chosen, today, test] = await Promise.all([
    getTranslations('today'),
    getTimeZone(),
    preferences(),
    readToday({ ctx }),
    testId === undefined ? undefined : findTestMail({ ctx, input: { slug: tenant.slug, id: testId } }),
  ])
  const base = `/t/${tenant.slug}`
  const { domains, limits } = today
  const steps = [
    { name: 'domain', done: domains.total > 0, href: `${base}/domains` },
    { name: 'records', done: domains.verified > 0, href: `${base}/domains` },
    { name: 'rule', done: today.publishedVersion !== null, href: `${base}/rules` },
    { name: 'mail', done: today.hasMail, href: today.hasMail ? `${base}/messages` : '#test' },
    { name: 'members', done: today.members > 1, href: `${base}/members` },
  ] as const
  const needs = [
    ...(domains.failing > 0 ? [{ href: `${base}/domains`, text: t('failing', { count: domains.failing }) }] : []),
    ...(today.consentAsked > 0 ? [{ href: `${base}/domains`, text: t('consentAsked', { count: today.consentAsked }) }] : []),
    ...(today.quarantined > 0 ? [{ href: `${base}/messages?disposition=quarantined`, text: today.quarantined > mostCounted ? t('quarantinedMore', { most: mostCounted }) : t('quarantined', { count: today.quarantined }) }] : []),
    ...(today.unpublished ? [{ href: `${base}/rules`, text: t('unpublished') }] : []),
  ]
  return (
    <ClientMessages of={['today']}>
      <PageHead title={t('title')} />
      <div className="flex max-w-3xl flex-col gap-4 px-4 pb-8">
        {(limits.reached > 0 || limits.near > 0) && (
          <Banner tone={limits.reached > 0 ? 'bad' : 'warn'}>
            <Link href={`${base}/settings/usage`} prefetch={false} className="text-accent underline">
              {limits.reached > 0 ? t('limitReached', { count: limits.reached }) : t('limitNear', { count: limits.near })}
            </Link>
          </Banner>
        )}
        <Panel id="needs" title={t('needs')}>
          {needs.length === 0 ? (
            <p>{t('nothing')}</p>
          ) : (
            <ul className="flex flex-col gap-2">
              {needs.map(({ href, text }) => (
                <li key={text}>
                  <Link href={href} prefetch={false} className="inline-flex min-h-6 items-center text-accent underline">
                    {text}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Panel>
        {steps.some((s) => !s.done) && <Checklist steps={steps} hidden={chosen.checklist === 'hidden'} setPreference={setPreference} />}
        {today.hasMail && (
          <Panel id="volume" title={t('volume')}>
            <VolumeChart slug={tenant.slug} ctx={ctx} read={readLogQuery({ period: '24h' }, zone)} zone={zone} now={new Date()} empty={<p>{t('quiet')}</p>} />
          </Panel>
        )}
        <Panel id="test" title={t('test')}>
          <div className="flex flex-col items-start gap-3">
            <p>{t('testIntro')}</p>
            <code className="font-mono text-table wrap-anywhere">{testAddress(tenant.slug)}</code>
            {query['testRefused'] !== undefined && <Banner tone="bad">{query['testRefused'] === 'rate_limited' ? t('testTooMany') : t('testRefused')}</Banner>}
            {test?.state === 'under way' && (
              <Banner tone="mute" icon="clock" live>
                {t('testWaits')}{' '}
                <Link href={`${base}?test=${testId}#test`} prefetch={false} className="text-accent underline">
                  {t('lookAgain')}
                </Link>
              </Banner>
            )}
            {test?.state === 'failed' && (
              <Banner tone="bad" live>
                {t('testFailed')} <bdi className="wrap-anywhere">{test.error}</bdi>
              </Banner>
            )}
            {test?.state === 'arrived' && (
              <Banner tone="ok" live>
                <Link href={`${base}/messages/${test.deliveryId}`} prefetch={false} className="text-accent underline">
                  {t('testArrived')}
                </Link>
              </Banner>
            )}
            {allows(ctx, 'message.replay') && (
              <form action={sendTest.bind(null, tenant.slug)}>
                <SubmitButton look={today.hasMail ? 'plain' : 'primary'}>{t('testSubmit')}</SubmitButton>
              </form>
            )}
          </div>
          {test?.state === 'under way' && <RefreshOnNews url={`${base}/live`} />}
        </Panel>
      </div>
    </ClientMessages>
  )
}
