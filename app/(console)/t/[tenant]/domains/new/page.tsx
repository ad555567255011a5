import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AddForm } from '@/components/domain/add-form'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { requireUser, tenantContext } from '@/lib/web/session'
import { addDomain } from '@/app/(console)/t/[tenant]/domains/actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('domains'))('newTitle') }
}

export default async function NewDomainPage({ params }: { params: Promise<{ tenant: string }> }) {
  const [{ tenant: slug }, t] = await Promise.all([params, getTranslations('domains')])
  const home = `/t/${encodeURIComponent(slug)}/domains`
  await requireUser(`${home}/new`)
  await tenantContext(slug, 'domain.write')
  return (
    <ClientMessages of={['domains']}>
      <PageHead title={t('newTitle')} crumbs={[{ label: t('title'), href: home }]} />
      <AddForm action={addDomain.bind(null, slug)} />
    </ClientMessages>
  )
}
