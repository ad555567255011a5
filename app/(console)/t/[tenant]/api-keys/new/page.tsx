import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewKeyForm } from '@/components/api-key/new-form'
import { firstState } from '@/components/api-key/new-state'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { byNoun, grantable } from '@/lib/core/access/scope'
import { requireUser, tenantContext } from '@/lib/web/session'
import { makeKey } from '@/app/(console)/t/[tenant]/api-keys/actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('keys'))('newTitle') })

export default async function NewApiKeyPage({ params }: { params: Promise<{ tenant: string }> }) {
  const [{ tenant: slug }, t] = await Promise.all([params, getTranslations('keys')])
  const home = `/t/${encodeURIComponent(slug)}/api-keys`
  await requireUser(`${home}/new`)
  await tenantContext(slug, 'apiKey.write')
  return (
    <ClientMessages of={['keys']}>
      <PageHead title={t('newTitle')} crumbs={[{ label: t('title'), href: home }]} />
      <NewKeyForm groups={byNoun(grantable)} back={home} start={firstState} action={makeKey.bind(null, slug)} />
    </ClientMessages>
  )
}
