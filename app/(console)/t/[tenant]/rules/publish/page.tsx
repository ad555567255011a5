import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { Notes } from '@/components/rule/notes'
import { RuleDiff } from '@/components/rule/rule-diff'
import { Button, buttonClass } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Panel } from '@/components/ui/panel'
import { SubmitButton } from '@/components/ui/submit-button'
import { allows } from '@/lib/services/access/authorize'
import { publish } from '@/app/(console)/t/[tenant]/rules/actions'
import { rulesHref } from '@/app/(console)/t/[tenant]/rules/href'
import { readRules } from '@/app/(console)/t/[tenant]/rules/read'

interface Props {
  params: Promise<{ tenant: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rules'))('publishTitle') }
}

const failures = ['forbidden', 'changed', 'nothing', 'invalid'] as const

/** What publishing changes, before it is done. What is confirmed is this revision of the draft and no later one. */
export default async function PublishPage({ params, searchParams }: Props) {
  const [{ tenant: slug }, query, t] = await Promise.all([params, searchParams, getTranslations('rules')])
  const { ctx, set } = await readRules(slug, '/publish')
  const failed = failures.find((f) => f === query['failed'])
  const reason = allows(ctx, 'rules.publish') ? (set.changes > 0 || (!set.live && set.draft.revision > 0) ? null : t('nothingToPublish')) : t('mayNot')
  const label = t('publishDo', { version: (set.live?.version ?? 0) + 1 })
  return (
    <ClientMessages of={['rules']}>
      <PageHead title={t('publishTitle')} crumbs={[{ label: t('title'), href: rulesHref(slug) }]} />
      <div className="flex max-w-4xl flex-col gap-4 px-4 pb-12">
        {failed && <ErrorPanel alert title={t('notPublished', { why: t(`why.${failed}`) })} />}
        <Panel id="effect" title={t('publishEffect')}>
          <ul className="flex list-disc flex-col gap-1 pb-2 pl-5">
            <li>{t('publishNoPlan')}</li>
            <li>{t('publishNoBacktest')}</li>
            {set.notes.length > 0 && <li>{t('publishNotes', { n: set.notes.length })}</li>}
          </ul>
          <Notes notes={set.notes} named />
        </Panel>
        <Panel id="diff" title={`${t('diffTitle')}: ${t('changes', { n: set.changes })}`}>
          <RuleDiff entries={set.diff} />
        </Panel>
        <form action={publish.bind(null, slug)} className="flex flex-wrap gap-2">
          <input type="hidden" name="revision" value={set.draft.revision} />
          {reason ? (
            <Button type="button" look="primary" reason={reason}>
              {label}
            </Button>
          ) : (
            <SubmitButton>{label}</SubmitButton>
          )}
          <Link href={rulesHref(slug)} prefetch={false} className={buttonClass('quiet')}>
            {t('cancel')}
          </Link>
        </form>
      </div>
    </ClientMessages>
  )
}
