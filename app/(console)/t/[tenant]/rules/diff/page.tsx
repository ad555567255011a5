import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { RuleDiff } from '@/components/rule/rule-diff'
import { SubmitButton } from '@/components/ui/submit-button'
import { allows } from '@/lib/services/access/authorize'
import { discard } from '@/app/(console)/t/[tenant]/rules/actions'
import { rulesHref } from '@/app/(console)/t/[tenant]/rules/href'
import { readRules } from '@/app/(console)/t/[tenant]/rules/read'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rules'))('diffTitle') }
}

/** Live against draft, rule by rule; here the draft's changes can be thrown away, in sight of what they are. */
export default async function DiffPage({ params }: { params: Promise<{ tenant: string }> }) {
  const [{ tenant: slug }, t] = await Promise.all([params, getTranslations('rules')])
  const { ctx, set } = await readRules(slug, '/diff')
  return (
    <ClientMessages of={['rules']}>
      <PageHead title={t('diffTitle')} crumbs={[{ label: t('title'), href: rulesHref(slug) }]}>
        <p className="text-table text-ink-2">
          {t('diffOf', { live: set.live ? 'some' : 'none', v: set.live?.version ?? 0 })}: {t('changes', { n: set.changes })}
        </p>
      </PageHead>
      <div className="flex max-w-4xl flex-col gap-4 px-4 pb-12">
        <RuleDiff entries={set.diff} />
        {set.changes > 0 && allows(ctx, 'rules.write') && (
          <form action={discard.bind(null, slug)} className="flex flex-col items-start gap-2 rounded-panel border border-line p-3">
            <h2 className="text-form font-semibold">{t('discardTitle', { n: set.changes })}</h2>
            <p className="text-table text-ink-2">{t('discardText')}</p>
            <SubmitButton look="danger">{t('discardDo')}</SubmitButton>
          </form>
        )}
      </div>
    </ClientMessages>
  )
}
