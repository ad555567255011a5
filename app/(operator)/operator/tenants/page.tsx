import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { Button } from '@/components/ui/button'
import { Input, Select } from '@/components/ui/input'
import { Pager } from '@/components/ui/pager'
import { Table } from '@/components/ui/table'
import { TenantState } from '@/components/tenant/state'
import { tenantStates, timeCursor } from '@/lib/core/inputs/operator'
import { numberFormat } from '@/lib/core/formatter'
import { listTenants } from '@/lib/services/tenant/list'
import { fullTime } from '@/lib/web/format'
import { requireOperator } from '@/lib/web/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('operator'))('tenants.title') })

/** Every tenant with its numbers, newest first. */
export default async function TenantsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { ctx } = await requireOperator('tenant.list')
  const given = await searchParams
  const q = typeof given['q'] === 'string' ? given['q'].replaceAll('\0', '').slice(0, 320) : ''
  const cursor = typeof given['cursor'] === 'string' && timeCursor.safeParse(given['cursor']).success ? given['cursor'] : undefined
  const state = tenantStates.find((s) => s === given['state'])
  const [t, w, locale, zone, page] = await Promise.all([getTranslations('operator'), getTranslations('tenants'), getLocale(), getTimeZone(), listTenants({ ctx, input: { limit: 50, q, cursor, state } })])
  const time = (at: Date) => fullTime(at, locale, zone)
  const number = (n: number) => numberFormat(locale, {}).format(n)
  const query = (more: Record<string, string>) => `/operator/tenants?${new URLSearchParams({ ...(q ? { q } : {}), ...(state ? { state } : {}), ...more })}`
  return (
    <ClientMessages of={['operator']}>
      <PageHead title={t('tenants.title')}>
        <form method="get" role="search" className="grid max-w-2xl justify-items-start gap-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto]">
          <Input name="q" type="search" defaultValue={q} aria-label={t('tenants.search')} placeholder={t('tenants.search')} />
          <Select
            name="state"
            defaultValue={state ?? ''}
            aria-label={w('filter.label')}
            options={[{ value: '', label: w('filter.all') }, ...tenantStates.map((value) => ({ value, label: w(`filter.${value}`) }))]}
          />
          <Button>{t('tenants.find')}</Button>
        </form>
      </PageHead>
      <div className="px-4 pb-6">
        <Table
          label={t('tenants.title')}
          empty={t('tenants.none')}
          columns={[
            { id: 'name', head: t('tenants.name'), phone: 'title' },
            { id: 'state', head: t('tenants.state'), phone: 'side', nowrap: true },
            { id: 'domains', head: t('tenants.domains'), numeric: true, phone: 'hidden' },
            { id: 'members', head: t('tenants.members'), numeric: true, phone: 'hidden' },
            { id: 'today', head: t('tenants.today'), numeric: true, phone: 'hidden' },
            { id: 'month', head: t('tenants.month'), numeric: true, phone: 'line' },
            { id: 'last', head: t('tenants.last'), phone: 'hidden' },
            { id: 'created', head: t('tenants.created'), phone: 'hidden' },
          ]}
          rows={page.data.map((row) => ({
            id: row.id,
            name: row.name,
            cells: {
              name: <><Link href={`/operator/tenants/${row.id}`} prefetch={false} className="font-medium text-accent underline"><bdi>{row.name}</bdi></Link> <span className="text-ink-3">{row.slug}</span></>,
              state: <TenantState suspendedAt={row.suspendedAt} deletionDueAt={row.deletionDueAt} failing={row.failing} />,
              domains: `${number(row.verified)} / ${number(row.domains)}`,
              members: number(row.members),
              today: number(row.today),
              month: <><span className="sm:hidden">{t('tenants.monthOf', { n: row.month })}</span><span className="max-sm:hidden">{number(row.month)}</span></>,
              last: row.lastMail ? time(row.lastMail) : t('tenants.never'),
              created: time(row.createdAt),
            },
          }))}
        />
        <Pager span={t('shown', { n: page.data.length })} newest={cursor && query({})} older={page.nextCursor ? query({ cursor: page.nextCursor }) : undefined} />
      </div>
    </ClientMessages>
  )
}
