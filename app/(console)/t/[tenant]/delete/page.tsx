import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { DeleteForm } from '@/components/tenant/delete-form'
import { Banner } from '@/components/ui/banner'
import { ErrorPanel } from '@/components/ui/error-panel'
import { SubmitButton } from '@/components/ui/submit-button'
import { readGrace } from '@/lib/services/tenant/grace'
import { tenantContext } from '@/lib/web/session'
import { askDeletion, takeBack } from './actions'

interface Props {
  params: Promise<{ tenant: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('tenants'))('own.title') })

const dones = ['deleting', 'undeleted'] as const
const failures = ['conflict', 'forbidden'] as const

/** Where an owner deletes the tenant, and takes that back while there is time. */
export default async function DeletePage({ params, searchParams }: Props) {
  const [{ tenant: slug }, query] = await Promise.all([params, searchParams])
  const { ctx, tenant } = await tenantContext(slug, 'tenant.delete')
  const [t, s, { graceDays }] = await Promise.all([getTranslations('tenants'), getTranslations('settings'), readGrace()])
  const done = dones.find((d) => d === query['done'])
  const failed = failures.find((f) => f === query['failed'])
  const { name } = tenant
  return (
    <ClientMessages of={['tenants']}>
      <PageHead title={t('own.title')} crumbs={[{ label: s('title'), href: `/t/${encodeURIComponent(slug)}/settings` }]} />
      <div className="flex flex-col gap-4 px-4 pb-6">
        {failed && <ErrorPanel alert title={t(`own.${failed}`)} />}
        {done && <Banner tone="ok" live>{t(`done.${done}`)}</Banner>}
        <p className="max-w-xl text-table text-ink-2">
          {t('own.exportFirst')}{' '}
          <Link href={`/t/${encodeURIComponent(slug)}/settings/export`} prefetch={false} className="text-accent underline">
            {t('own.exportLink')}
          </Link>
        </p>
        {ctx.suspended?.deletionDueAt ? (
          <form action={takeBack.bind(null, slug)} className="flex max-w-xl flex-col items-start gap-3">
            <p className="text-table text-ink-2 wrap-anywhere">{t('undelete.text', { name })}</p>
            <SubmitButton>{t('undelete.act', { name })}</SubmitButton>
          </form>
        ) : (
          <DeleteForm name={name} slug={tenant.slug} days={graceDays} action={askDeletion.bind(null, slug)} />
        )}
      </div>
    </ClientMessages>
  )
}
