import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { TestForm } from '@/components/rule/test-form'
import { Banner } from '@/components/ui/banner'
import { allows } from '@/lib/services/access/authorize'
import { listMessages } from '@/lib/services/message/list'
import { rulesHref } from '@/app/(console)/t/[tenant]/rules/href'
import { readRules } from '@/app/(console)/t/[tenant]/rules/read'
import { runTest } from './actions'

interface Props {
  params: Promise<{ tenant: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rules'))('testTitle') }
}

/** One mail under the live rules and under the draft, side by side. `?message=` chooses it. */
export default async function TestPage({ params, searchParams }: Props) {
  const [{ tenant: slug }, query, t, m] = await Promise.all([params, searchParams, getTranslations('rules'), getTranslations('messages')])
  const { ctx, time } = await readRules(slug, '/test')
  const mayTest = allows(ctx, 'rules.simulate')
  const { data } = await listMessages({ ctx, input: { direction: 'in', limit: 30 } })
  const messages = data.map((row) => ({ id: row.id, label: `${time(new Date(row.receivedAt).toISOString())}  ${row.from || m('nullPath')}  ${row.subject || m('noSubject')}  → ${row.recipient}` }))
  const asked = typeof query['message'] === 'string' ? query['message'] : ''
  const known = messages.some((row) => row.id === asked) || !/^[0-9a-f-]{36}$/.test(asked)
  return (
    <ClientMessages of={['rules', 'messages', 'message']}>
      <PageHead title={t('testTitle')} crumbs={[{ label: t('title'), href: rulesHref(slug) }]}>
        <p className="text-table text-ink-2">{t('testText')}</p>
      </PageHead>
      <div className="px-4 pb-12">
        {mayTest ? (
          <TestForm action={runTest.bind(null, slug)} messages={known ? messages : [{ id: asked, label: asked }, ...messages]} message={asked} />
        ) : (
          <Banner>{t('mayNotTest')}</Banner>
        )}
      </div>
    </ClientMessages>
  )
}
