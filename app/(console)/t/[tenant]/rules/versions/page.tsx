import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { Chip } from '@/components/ui/chip'
import { listVersions } from '@/lib/services/rule-set/versions'
import { rulesHref } from '@/app/(console)/t/[tenant]/rules/href'
import { readRules } from '@/app/(console)/t/[tenant]/rules/read'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rules'))('versionsTitle') }
}

/** What was published, newest first. */
export default async function VersionsPage({ params }: { params: Promise<{ tenant: string }> }) {
  const [{ tenant: slug }, t] = await Promise.all([params, getTranslations('rules')])
  const { ctx, set, full } = await readRules(slug, '/versions')
  const versions = await listVersions({ ctx })
  return (
    <ClientMessages of={['rules']}>
      <PageHead title={t('versionsTitle')} crumbs={[{ label: t('title'), href: rulesHref(slug) }]} />
      {versions.length === 0 && <p className="px-4 text-ink-2">{t('noVersions')}</p>}
      <ol className="border-y border-line bg-surface">
        {versions.map((v) => (
          <li key={v.version} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2 last:border-0">
            <Link href={rulesHref(slug, {}, `/versions/${v.version}`)} prefetch={false} className="inline-flex min-h-6 items-center font-medium text-accent underline pointer-coarse:min-h-11">
              {t('version', { version: v.version })}
            </Link>
            <span className="text-table">{full(v.at)}</span>
            <bdi className="text-table text-ink-2">{v.by ?? t('somebody')}</bdi>
            <span className="text-table text-ink-2">{t('versionRow', { rules: v.rules })}</span>
            {v.version === set.live?.version && (
              <Chip tone="ok" icon="tick">
                {t('versionLive')}
              </Chip>
            )}
          </li>
        ))}
      </ol>
    </ClientMessages>
  )
}
