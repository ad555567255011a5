import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { RotateForm } from '@/components/webhook/rotate-form'
import { rotate } from '@/app/(console)/t/[tenant]/webhooks/actions'
import { readWebhook } from '@/app/(console)/t/[tenant]/webhooks/[id]/read'

interface Props {
  params: Promise<{ tenant: string; id: string }>
}

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('webhooks'))('rotateTitle') })

export default async function RotatePage({ params }: Props) {
  const [{ tenant: slug, id }, t] = await Promise.all([params, getTranslations('webhooks')])
  const { home, page, webhook } = await readWebhook(slug, id, 'webhook.write')
  return (
    <ClientMessages of={['webhooks']}>
      <PageHead
        title={t('rotateTitle')}
        crumbs={[
          { label: t('title'), href: home },
          { label: <bdi>{webhook.url}</bdi>, href: page },
        ]}
      />
      <div className="px-4 pb-8">
        <RotateForm back={page} action={rotate.bind(null, slug, id)} />
      </div>
    </ClientMessages>
  )
}
