import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { StateChip } from '@/components/api-key/state-chip'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { Table } from '@/components/ui/table'
import { keyState } from '@/lib/core/access/key-state'
import { timeCursor } from '@/lib/core/inputs/operator'
import { allows } from '@/lib/services/access/authorize'
import { listApiKeys } from '@/lib/services/api-key/list'
import { fullTime } from '@/lib/web/format'
import { requireUser, tenantContext } from '@/lib/web/session'

interface Props {
  params: Promise<{ tenant: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('keys'))('title') })

/** The tenant's API keys: what each may, when it was last used, when it ends. */
export default async function ApiKeysPage({ params, searchParams }: Props) {
  const [{ tenant: slug }, query, t, locale, zone] = await Promise.all([params, searchParams, getTranslations('keys'), getLocale(), getTimeZone()])
  const here = `/t/${encodeURIComponent(slug)}/api-keys`
  await requireUser(here)
  const { ctx } = await tenantContext(slug, 'apiKey.read')
  const cursor = timeCursor.safeParse(query['cursor']).success ? String(query['cursor']) : undefined
  const page = await listApiKeys({ ctx, input: { ...(cursor ? { cursor } : {}) } })
  const now = new Date().getTime()
  const time = (at: Date) => fullTime(at, locale, zone)
  const add = allows(ctx, 'apiKey.write') && (
    <Link href={`${here}/new`} prefetch={false} className={buttonClass('primary')}>
      {t('add')}
    </Link>
  )
  return (
    <ClientMessages of={['keys']}>
      <PageHead title={t('title')} actions={add}>
        <p className="max-w-2xl text-ink-2">
          {t.rich('about', { docs: (text) => <Link href={`/t/${encodeURIComponent(slug)}/docs`} prefetch={false} className="text-accent underline">{text}</Link> })}
        </p>
      </PageHead>
      <div className="flex flex-col gap-2 px-4 pb-6">
        {query['done'] === 'revoked' && <Banner tone="ok" live>{t('revoked')}</Banner>}
        <Table
          label={t('title')}
          empty={
            <EmptyState title={t('empty')}>
              <p className="text-ink-2">{t('emptyText')}</p>
              {add}
            </EmptyState>
          }
          columns={[
            { id: 'name', head: t('name'), phone: 'title' },
            { id: 'state', head: t('stateHead'), phone: 'side', nowrap: true },
            { id: 'may', head: t('may') },
            { id: 'used', head: t('lastUsed') },
            { id: 'ends', head: t('ends') },
          ]}
          rows={page.data.map((key) => ({
            id: key.id,
            name: key.name,
            cells: {
              name: (
                <>
                  <Link href={`${here}/${key.id}`} prefetch={false} className="font-medium text-accent underline">
                    <bdi>{key.name}</bdi>
                  </Link>{' '}
                  <code className="font-mono text-meta text-ink-3">{key.prefix}…</code>
                </>
              ),
              state: <StateChip state={keyState(key, now)} />,
              may: key.scopes ? t('scopesOf', { n: key.scopes.length }) : t(`preset.${key.role as 'viewer'}`),
              used: key.lastUsedAt ? t('usedAt', { time: time(key.lastUsedAt), ip: key.lastUsedIp ?? 'none' }) : t('never'),
              ends: key.revokedAt ? t('endedAt', { time: time(key.revokedAt) }) : key.expiresAt ? time(key.expiresAt) : t('noEnd'),
            },
          }))}
        />
        {(page.nextCursor || cursor) && <Pager span={t('shown', { n: page.data.length })} newest={cursor && here} older={page.nextCursor ? `${here}?cursor=${page.nextCursor}` : undefined} />}
      </div>
    </ClientMessages>
  )
}
