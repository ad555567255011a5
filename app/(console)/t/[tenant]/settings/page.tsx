import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { Leave } from '@/components/tenant/leave'
import { RenameForm } from '@/components/tenant/rename-form'
import { TransferForm } from '@/components/tenant/transfer-form'
import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button-class'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Panel } from '@/components/ui/panel'
import { allows } from '@/lib/services/access/authorize'
import { listMembers } from '@/lib/services/member/list'
import { getTenant } from '@/lib/services/tenant/get'
import { readGrace } from '@/lib/services/tenant/grace'
import { requireUser, tenantContext } from '@/lib/web/session'
import { leave, rename, transfer } from './actions'

interface Props {
  params: Promise<{ tenant: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('settings'))('title') })

const problems = ['lastOwner', 'conflict', 'forbidden', 'gone'] as const

/** Cards that save alone; what cannot be undone stands last. */
export default async function SettingsPage({ params, searchParams }: Props) {
  const [{ tenant: slug }, query, t] = await Promise.all([params, searchParams, getTranslations('settings')])
  await requireUser(`/t/${encodeURIComponent(slug)}/settings`)
  const { ctx } = await tenantContext(slug, 'tenant.read')
  const owner = allows(ctx, 'owner.write')
  const [{ name, domain }, { graceDays }] = await Promise.all([getTenant({ ctx }), readGrace()])
  const others = owner ? (await listMembers({ ctx, input: { limit: 100 } })).data.filter((m) => m.userId !== ctx.actor.id) : []
  const problem = problems.find((p) => p === query['problem'])
  return (
    <ClientMessages of={['settings']}>
      <PageHead title={t('title')} />
      <div className="flex max-w-3xl flex-col gap-4 px-4 pb-8">
        {query['done'] === 'handedOver' && !owner && <Banner tone="ok" live>{t('handedOver')}</Banner>}
        <Panel id="tenant-name" title={t('name')}>
          {allows(ctx, 'tenant.write') ? (
            <RenameForm name={name} hint={t('nameHint', { slug, domain })} action={rename.bind(null, slug)} />
          ) : (
            <>
              <p className="text-form wrap-anywhere">
                <bdi>{name}</bdi>
              </p>
              <p className="text-table text-ink-2">{t('mayNot')}</p>
            </>
          )}
        </Panel>
        {owner && (
          <Panel id="transfer" title={t('transfer')}>
            <p className="pb-3 text-ink-2">{others.length > 0 ? t('transferHint') : t('transferNobody')}</p>
            {others.length > 0 && <TransferForm name={name} heirs={others.map((m) => ({ value: m.userId, label: `${m.name} (${m.email})` }))} action={transfer.bind(null, slug)} />}
          </Panel>
        )}
        {allows(ctx, 'tenant.export') && (
          <Panel id="export" title={t('export')}>
            <p className="pb-3 text-ink-2">{t('exportHint')}</p>
            <Link href={`/t/${encodeURIComponent(slug)}/settings/export`} prefetch={false} className={buttonClass()}>
              {t('exportLink')}
            </Link>
          </Panel>
        )}
        <Panel id="leave" title={t('leave')}>
          <div className="flex flex-col items-start gap-3">
            {problem && <ErrorPanel alert title={t(`problem.${problem}`, { name })} />}
            <p className="text-ink-2">{t('leaveHint')}</p>
            <Leave name={name} action={leave.bind(null, slug)} />
          </div>
        </Panel>
        {allows(ctx, 'tenant.delete') && (
          <Panel id="delete" title={t('delete')}>
            <div className="flex flex-col items-start gap-3">
              <p className="text-ink-2">{t('deleteHint', { days: graceDays })}</p>
              <Link href={`/t/${encodeURIComponent(slug)}/delete`} prefetch={false} className={buttonClass('danger')}>
                {t('deleteGo')}
              </Link>
            </div>
          </Panel>
        )}
      </div>
    </ClientMessages>
  )
}
