import type { Metadata } from 'next'
import { domainToUnicode } from 'node:url'
import { getTranslations } from 'next-intl/server'
import { RemoveForm } from '@/components/domain/remove-form'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { Button } from '@/components/ui/button'
import { allows } from '@/lib/services/access/authorize'
import { remove } from '@/app/(console)/t/[tenant]/domains/actions'
import { readDomain } from '@/app/(console)/t/[tenant]/domains/[id]/read'

interface Props {
  params: Promise<{ tenant: string; id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, id } = await params
  const { domain } = await readDomain(tenant, id)
  return { title: (await getTranslations('domains'))('removeTitle', { name: domain.name }) }
}

/** The question before a domain goes, where no script can ask it in a dialog. */
export default async function RemovePage({ params }: Props) {
  const [{ tenant: slug, id }, t] = await Promise.all([params, getTranslations('domains')])
  const { ctx, domain } = await readDomain(slug, id)
  const home = `/t/${encodeURIComponent(slug)}/domains`
  const page = `${home}/${encodeURIComponent(id)}`
  return (
    <ClientMessages of={['domains']}>
      <PageHead
        title={t('removeTitle', { name: domainToUnicode(domain.name) })}
        crumbs={[
          { label: t('title'), href: home },
          { label: domainToUnicode(domain.name), href: page },
        ]}
      />
      {allows(ctx, 'domain.write') ? (
        <RemoveForm name={domain.name} adopted={domain.adopted} back={page} action={remove.bind(null, slug, id)} />
      ) : (
        <p className="px-4">
          <Button type="button" reason={t('mayNot')}>
            {t('remove')}
          </Button>
        </p>
      )}
    </ClientMessages>
  )
}
