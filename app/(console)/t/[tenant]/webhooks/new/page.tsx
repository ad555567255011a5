import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { WebhookForm } from '@/components/webhook/webhook-form'
import { wantedTypes } from '@/lib/core/webhook/event-type'
import { requireUser, tenantContext } from '@/lib/web/session'
import { makeWebhook } from '@/app/(console)/t/[tenant]/webhooks/actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('webhooks'))('newTitle') })

export default async function NewWebhookPage({ params }: { params: Promise<{ tenant: string }> }) {
  const [{ tenant: slug }, t] = await Promise.all([params, getTranslations('webhooks')])
  const home = `/t/${encodeURIComponent(slug)}/webhooks`
  await requireUser(`${home}/new`)
  await tenantContext(slug, 'webhook.write')
  return (
    <ClientMessages of={['webhooks']}>
      <PageHead title={t('newTitle')} crumbs={[{ label: t('title'), href: home }]} />
      <div className="px-4 pb-8">
        <WebhookForm types={wantedTypes} back={home} start={{ url: '', description: '', eventTypes: ['message.received'], problems: {} }} action={makeWebhook.bind(null, slug)} />
      </div>
    </ClientMessages>
  )
}
