import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Method } from '@/components/api/method'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { Button } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { Input } from '@/components/ui/input'
import { Panel } from '@/components/ui/panel'
import { byTag, search } from '@/lib/core/api/operation'
import { requireUser, tenantContext } from '@/lib/web/session'
import { apiFor } from './document'

interface Props {
  params: Promise<{ tenant: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('docs'))('title') })

const points = ['auth', 'errors', 'paging', 'idempotency', 'rates'] as const

/** Every operation of the REST API, by group, from the document that programs read. */
export default async function DocsPage({ params, searchParams }: Props) {
  const [{ tenant: slug }, query, t] = await Promise.all([params, searchParams, getTranslations('docs')])
  const here = `/t/${encodeURIComponent(slug)}/docs`
  await requireUser(here)
  const { user } = await tenantContext(slug, 'tenant.read')
  const { operations, base } = apiFor(user)
  const q = typeof query['q'] === 'string' ? query['q'].slice(0, 200) : ''
  const groups = byTag(search(operations, q))
  return (
    <ClientMessages>
      <PageHead title={t('title')}>
        <form method="get" role="search" className="flex max-w-md gap-2">
          <Input name="q" type="search" defaultValue={q} aria-label={t('search')} placeholder={t('search')} />
          <Button>{t('find')}</Button>
        </form>
      </PageHead>
      <div className="flex max-w-4xl flex-col gap-4 px-4 pb-8">
        {q === '' && (
          <Panel id="basics" title={t('basics')}>
            <Code label={t('base')}>{`${base}/api/v1`}</Code>
            <ul className="flex list-disc flex-col gap-1 pt-2 pl-5">
              {points.map((point) => (
                <li key={point}>
                  {t.rich(`point.${point}`, {
                    code: (text) => <code className="font-mono text-table wrap-anywhere">{text}</code>,
                    keys: (text) => <Link href={`/t/${encodeURIComponent(slug)}/api-keys`} prefetch={false} className="text-accent underline">{text}</Link>,
                    json: (text) => <a href="/api/v1/openapi.json" className="text-accent underline">{text}</a>,
                  })}
                </li>
              ))}
            </ul>
          </Panel>
        )}
        {groups.length === 0 && <p>{t('none', { q })}</p>}
        {groups.map(({ tag, operations: of }) => (
          <section key={tag} aria-labelledby={`tag-${tag.replaceAll(' ', '-')}`}>
            <h2 id={`tag-${tag.replaceAll(' ', '-')}`} lang="en" className="pb-1 text-h2 font-semibold">{tag}</h2>
            <ul className="flex flex-col divide-y divide-line rounded-panel border border-line bg-surface">
              {of.map((op) => (
                <li key={op.id} className="px-3 py-2">
                  <Link href={`${here}/${op.id}`} prefetch={false} className="flex min-h-6 flex-wrap items-baseline gap-x-2 text-accent underline pointer-coarse:min-h-11">
                    <Method of={op.method} />
                    <code className="min-w-0 font-mono wrap-anywhere">{op.path}</code>
                  </Link>
                  <p lang="en" className="text-table text-ink-2">{op.summary}</p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </ClientMessages>
  )
}
