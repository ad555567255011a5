import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { RefreshOnNews } from '@/components/live/refresh-on-news'
import { Button, buttonClass } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { SubmitButton } from '@/components/ui/submit-button'
import { AskFirst } from '@/components/webhook/ask-first'
import { StateChip } from '@/components/webhook/chips'
import { DayBars } from '@/components/webhook/day-bars'
import { eventKey } from '@/components/webhook/words'
import { WebhookForm } from '@/components/webhook/webhook-form'
import { wantedTypes } from '@/lib/core/webhook/event-type'
import { allows } from '@/lib/services/access/authorize'
import { fullTime } from '@/lib/web/format'
import { disable, enable, remove, saveWebhook, sendTest } from '@/app/(console)/t/[tenant]/webhooks/actions'
import { Log } from './log'
import { News } from './news'
import { readWebhook } from './read'

interface Props {
  params: Promise<{ tenant: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, id } = await params
  return { title: (await readWebhook(tenant, id)).webhook.url }
}

/** One webhook: how it stands, its calls, its settings. */
export default async function WebhookPage({ params, searchParams }: Props) {
  const [{ tenant: slug, id }, query, t, locale, zone] = await Promise.all([params, searchParams, getTranslations('webhooks'), getLocale(), getTimeZone()])
  const { ctx, home, page, webhook } = await readWebhook(slug, id)
  const writes = allows(ctx, 'webhook.write')
  const { url, description, eventTypes, enabled } = webhook
  const test = writes && enabled && (
    <form action={sendTest.bind(null, slug, id)}>
      <SubmitButton>{t('test')}</SubmitButton>
    </form>
  )
  return (
    <ClientMessages of={['webhooks']}>
      <PageHead title={<bdi>{url}</bdi>} crumbs={[{ label: t('title'), href: home }]} actions={test || undefined}>
        {description && <p className="text-ink-2"><bdi>{description}</bdi></p>}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <StateChip {...webhook} />
          <DayBars hours={webhook.hours} />
          {webhook.waiting > 0 && <span className="text-meta text-ink-3">{t('waiting', { n: webhook.waiting })}</span>}
          {webhook.nextTryAt && <span className="text-meta text-ink-3">{t('nextTryAt', { time: fullTime(webhook.nextTryAt, locale, zone) })}</span>}
        </div>
      </PageHead>
      <RefreshOnNews url={`/t/${encodeURIComponent(slug)}/live`} of="webhook" />
      <div className="flex flex-col gap-4 px-4 pb-12">
        <News webhook={webhook} page={page} query={query} writes={writes} enable={enable.bind(null, slug, id)} />
        <Log ctx={ctx} webhook={webhook} page={page} query={query} test={test} />
        <Panel id="settings" title={t('edit')}>
          {writes ? (
            <WebhookForm types={wantedTypes} start={{ url, description, eventTypes, problems: {} }} action={saveWebhook.bind(null, slug, id)} />
          ) : (
            <ul className="flex flex-col gap-1">
              {eventTypes.map((type) => (
                <li key={type}>{t(`event.${eventKey(type)}.name`)}</li>
              ))}
            </ul>
          )}
        </Panel>
        <Panel id="secret" title={t('secret')}>
          <div className="flex flex-col items-start gap-2">
            <p className="text-ink-2">{t('secretKept')}</p>
            {webhook.previousSecretUntil && <p>{t('previous', { time: fullTime(webhook.previousSecretUntil, locale, zone) })}</p>}
            {writes ? (
              <Link href={`${page}/rotate`} prefetch={false} className={buttonClass()}>
                {t('rotate')}
              </Link>
            ) : (
              <Button type="button" reason={t('mayNot')}>
                {t('rotate')}
              </Button>
            )}
          </div>
        </Panel>
        {writes && (
          <div className="flex flex-wrap gap-2">
            {enabled && <AskFirst label={t('disable')} title={t('disableTitle')} text={t('disableText', { n: webhook.waiting })} page={`${page}/disable`} look="plain" action={disable.bind(null, slug, id)} />}
            <AskFirst label={t('remove')} title={t('removeTitle')} text={t('removeText', { url })} page={`${page}/remove`} action={remove.bind(null, slug, id)} />
          </div>
        )}
      </div>
    </ClientMessages>
  )
}
