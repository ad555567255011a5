import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { RenameForm } from '@/components/api-key/rename-form'
import { RevokeKey } from '@/components/api-key/revoke-key'
import { ScopeList } from '@/components/api-key/scope-list'
import { StateChip } from '@/components/api-key/state-chip'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { DescriptionList } from '@/components/ui/description-list'
import { Panel } from '@/components/ui/panel'
import { keyState } from '@/lib/core/access/key-state'
import { type Role } from '@/lib/core/access/matrix'
import { Refusal } from '@/lib/core/access/refusal'
import { ofRole } from '@/lib/core/access/scope'
import { allows } from '@/lib/services/access/authorize'
import { getApiKey } from '@/lib/services/api-key/get'
import { fullTime } from '@/lib/web/format'
import { requireUser, tenantContext } from '@/lib/web/session'
import { renameKey, revokeKey } from '@/app/(console)/t/[tenant]/api-keys/actions'

interface Props {
  params: Promise<{ tenant: string; id: string }>
}

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('keys'))('keyTitle') })

async function read({ params }: Props) {
  const { tenant: slug, id } = await params
  const home = `/t/${encodeURIComponent(slug)}/api-keys`
  await requireUser(`${home}/${encodeURIComponent(id)}`)
  const { ctx } = await tenantContext(slug, 'apiKey.read')
  const key = await getApiKey({ ctx, input: { id } }).catch((error: unknown) => {
    if (error instanceof Refusal) notFound()
    throw error
  })
  return { slug, home, ctx, key }
}

/** One key: its scopes in full, its use, its name, its end. */
export default async function ApiKeyPage(props: Props) {
  const [{ slug, home, ctx, key }, t, locale, zone] = await Promise.all([read(props), getTranslations('keys'), getLocale(), getTimeZone()])
  const time = (at: Date | null, none: string) => (at ? fullTime(at, locale, zone) : none)
  const writes = allows(ctx, 'apiKey.write')
  return (
    <ClientMessages of={['keys']}>
      <PageHead title={<bdi>{key.name}</bdi>} crumbs={[{ label: t('title'), href: home }]} actions={writes && !key.revokedAt && <RevokeKey name={key.name} action={revokeKey.bind(null, slug, key.id)} />} />
      <div className="flex max-w-3xl flex-col gap-4 px-4 pb-6">
        <Panel id="key" title={t('keyTitle')}>
          <DescriptionList
            items={[
              { name: t('stateHead'), value: <StateChip state={keyState(key, new Date().getTime())} /> },
              { name: t('prefix'), value: <code className="font-mono">{key.prefix}…</code> },
              { name: t('createdAt'), value: time(key.createdAt, '') },
              { name: t('lastUsed'), value: key.lastUsedAt ? t('usedAt', { time: time(key.lastUsedAt, ''), ip: key.lastUsedIp ?? 'none' }) : t('never') },
              { name: t('ends'), value: time(key.revokedAt ?? key.expiresAt, t('noEnd')) },
            ]}
          />
        </Panel>
        <Panel id="scopes" title={key.scopes ? t('scopes') : t(`preset.${key.role as 'viewer'}`)}>
          <ScopeList scopes={key.scopes ?? ofRole(key.role as Role)} />
          {!key.scopes && <p className="pt-2 text-table text-ink-3">{t('growsWithRole')}</p>}
        </Panel>
        {writes && (
          <Panel id="rename" title={t('renameTitle')}>
            <RenameForm name={key.name} action={renameKey.bind(null, slug, key.id)} />
          </Panel>
        )}
      </div>
    </ClientMessages>
  )
}
