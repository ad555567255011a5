import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { AskPage } from '@/components/webhook/ask-page'
import { remove } from '@/app/(console)/t/[tenant]/webhooks/actions'
import { readWebhook } from '@/app/(console)/t/[tenant]/webhooks/[id]/read'

interface Props {
  params: Promise<{ tenant: string; id: string }>
}

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('webhooks'))('removeTitle') })

/** The question before it, where no script can ask it in a dialog. */
export default async function Page({ params }: Props) {
  const [{ tenant: slug, id }, t] = await Promise.all([params, getTranslations('webhooks')])
  const { home, page, webhook } = await readWebhook(slug, id, 'webhook.write')
  return (
    <ClientMessages of={['webhooks']}>
      <PageHead
        title={t('removeTitle')}
        crumbs={[
          { label: t('title'), href: home },
          { label: <bdi>{webhook.url}</bdi>, href: page },
        ]}
      />
      <AskPage text={t('removeText', { url: webhook.url })} label={t('remove')} back={page} action={remove.bind(null, slug, id)} />
    </ClientMessages>
  )
}
