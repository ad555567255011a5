import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { AskPage } from '@/components/webhook/ask-page'
import { redeliverFailed } from '@/app/(console)/t/[tenant]/webhooks/actions'
import { readWebhook } from '@/app/(console)/t/[tenant]/webhooks/[id]/read'

interface Props {
  params: Promise<{ tenant: string; id: string }>
}

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('webhooks'))('redeliver') })

/** How many are told again, before they are: the set that is counted here is the one that is sent, or none is. */
export default async function RedeliverPage({ params }: Props) {
  const [{ tenant: slug, id }, t] = await Promise.all([params, getTranslations('webhooks')])
  const { home, page, webhook } = await readWebhook(slug, id, 'webhook.write')
  const { undelivered: n, undeliveredUpTo, url } = webhook
  if (!undeliveredUpTo) redirect(`/t/${encodeURIComponent(slug)}/webhooks/${encodeURIComponent(id)}`)
  return (
    <ClientMessages of={['webhooks']}>
      <PageHead
        title={t('redeliverAllTitle', { n })}
        crumbs={[
          { label: t('title'), href: home },
          { label: <bdi>{url}</bdi>, href: page },
        ]}
      />
      <AskPage text={t('redeliverAllText', { n, url })} label={t('redeliverAll', { n })} back={page} look="primary" fields={{ count: String(n), upTo: undeliveredUpTo }} action={redeliverFailed.bind(null, slug, id)} />
    </ClientMessages>
  )
}
