import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { RuleText } from '@/components/rule/rule-text'
import { SubmitButton } from '@/components/ui/submit-button'
import { allows } from '@/lib/services/access/authorize'
import { Refusal } from '@/lib/core/access/refusal'
import { readVersion } from '@/lib/services/rule-set/versions'
import { restore } from '@/app/(console)/t/[tenant]/rules/actions'
import { rulesHref } from '@/app/(console)/t/[tenant]/rules/href'
import { readRules } from '@/app/(console)/t/[tenant]/rules/read'

interface Props {
  params: Promise<{ tenant: string; version: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { version } = await params
  return { title: (await getTranslations('rules'))('version', { version: /^\d{1,9}$/.test(version) ? Number(version) : 0 }) }
}

/** One published version in words, and the way to make it the draft again. */
export default async function VersionPage({ params }: Props) {
  const [{ tenant: slug, version }, t] = await Promise.all([params, getTranslations('rules')])
  const { ctx, full } = await readRules(slug, '/versions')
  const found = await readVersion({ ctx, input: { version } }).catch((error: unknown) => {
    if (error instanceof Refusal) notFound()
    throw error
  })
  const crumbs = [
    { label: t('title'), href: rulesHref(slug) },
    { label: t('versionsTitle'), href: rulesHref(slug, {}, '/versions') },
  ]
  return (
    <ClientMessages of={['rules']}>
      <PageHead title={t('versionTitle', { version: found.version })} crumbs={crumbs}>
        <p className="text-table text-ink-2">
          {full(found.at)}, <bdi>{found.by ?? t('somebody')}</bdi>
        </p>
      </PageHead>
      <div className="flex max-w-4xl flex-col gap-4 px-4 pb-12">
        <ol className="flex flex-col gap-3">
          {found.rules.map((rule) => (
            <li key={rule.name} className="rounded-panel border border-line bg-surface p-3">
              <RuleText rule={rule} />
            </li>
          ))}
        </ol>
        {allows(ctx, 'rules.write') && (
          <form action={restore.bind(null, slug, found.version)} className="flex flex-col items-start gap-2 rounded-panel border border-line p-3">
            <h2 className="text-form font-semibold">{t('restoreTitle', { version: found.version })}</h2>
            <p className="text-table text-ink-2">{t('restoreText')}</p>
            <SubmitButton look="plain">{t('restore')}</SubmitButton>
          </form>
        )}
      </div>
    </ClientMessages>
  )
}
