import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { RefreshOnNews } from '@/components/live/refresh-on-news'
import { Banner } from '@/components/ui/banner'
import { DescriptionList } from '@/components/ui/description-list'
import { Panel } from '@/components/ui/panel'
import { SubmitButton } from '@/components/ui/submit-button'
import { AttemptChip } from '@/components/webhook/chips'
import { Exchange } from '@/components/webhook/exchange'
import { Tries } from '@/components/webhook/tries'
import { eventKey } from '@/components/webhook/words'
import { allows } from '@/lib/services/access/authorize'
import { getAttempt } from '@/lib/services/webhook/attempt'
import { fullTime } from '@/lib/web/format'
import { redeliverOne } from '@/app/(console)/t/[tenant]/webhooks/actions'
import { orNotFound, readWebhook } from '@/app/(console)/t/[tenant]/webhooks/[id]/read'

interface Props {
  params: Promise<{ tenant: string; id: string; attempt: string }>
}

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('webhooks'))('log') })

/** One call: what was sent, what came back, and the event's other tries. */
export default async function AttemptPage({ params }: Props) {
  const [{ tenant: slug, id, attempt: attemptId }, t, locale, zone] = await Promise.all([params, getTranslations('webhooks'), getLocale(), getTimeZone()])
  const { ctx, home, page, webhook } = await readWebhook(slug, id)
  const attempt = await getAttempt({ ctx, input: { id: attemptId } }).catch(orNotFound)
  if (attempt.webhookId !== webhook.id) notFound()
  const name = t(`event.${eventKey(attempt.type)}.name`)
  const last = attempt.tries.at(-1)
  const redeliver = allows(ctx, 'webhook.write') && webhook.enabled && last?.state !== 'claimed' && (
    <form action={redeliverOne.bind(null, slug, id, attemptId)}>
      <SubmitButton>{last?.state === 'waiting' ? t('redeliverNow') : t('redeliver')}</SubmitButton>
    </form>
  )
  const at = (when: Date | null) => when && fullTime(when, locale, zone)
  return (
    <ClientMessages of={['webhooks']}>
      <PageHead
        title={t('attemptTitle', { event: name, n: attempt.n })}
        crumbs={[
          { label: t('title'), href: home },
          { label: <bdi className="truncate">{webhook.url}</bdi>, href: page },
        ]}
        actions={redeliver || undefined}
      >
        <div className="flex">
          <AttemptChip state={attempt.state} status={attempt.status} />
        </div>
      </PageHead>
      <RefreshOnNews url={`/t/${encodeURIComponent(slug)}/live`} of="webhook" />
      <div className="flex flex-col gap-4 px-4 pb-12">
        {attempt.problem && (
          <Banner tone={attempt.state === 'cancelled' ? 'mute' : 'bad'}>
            <bdi className="wrap-anywhere">{t(`problem.${attempt.problem.key}`, attempt.problem.params as never)}</bdi> {attempt.undelivered && t('undelivered')}
          </Banner>
        )}
        {attempt.claims > 1 && <Banner>{t('twice', { n: attempt.claims })}</Banner>}
        <DescriptionList
          items={[
            { name: t('eventId'), value: <code className="font-mono">{attempt.eventId}</code> },
            attempt.state === 'waiting' ? { name: t('plannedFor'), value: at(attempt.dueAt) } : { name: t('startedAt'), value: at(attempt.startedAt) ?? at(attempt.settledAt) },
            ...(attempt.ms === null ? [] : [{ name: t('took'), value: t('ms', { n: attempt.ms }) }]),
          ]}
        />
        <Exchange attempt={attempt} />
        <Panel id="tries" title={t('tries')}>
          <Tries tries={attempt.tries.map(({ id: tryId, n, state, status, dueAt, startedAt }) => ({ id: tryId, n, state, status, time: fullTime(state === 'waiting' ? dueAt : (startedAt ?? dueAt), locale, zone) }))} current={attempt.id} base={`${page}/attempts`} />
        </Panel>
      </div>
    </ClientMessages>
  )
}
