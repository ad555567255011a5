import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/layout/page-head'
import { NoticeForm } from '@/components/notice/notice-form'
import { Banner } from '@/components/ui/banner'
import { Panel } from '@/components/ui/panel'
import { readNoticeChoices } from '@/lib/services/notice/choice'
import { userContext } from '@/lib/web/session'
import { saveNotices } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('notices'))('title') })

/** What comes by mail, for each tenant. */
export default async function NotificationsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = await userContext('/account/notifications')
  const [choices, query, t] = await Promise.all([readNoticeChoices({ ctx }), searchParams, getTranslations('notices')])
  return (
    <>
      <PageHead title={t('title')}>
        <p className="max-w-prose text-ink-2">{t('intro')}</p>
      </PageHead>
      <div className="flex max-w-2xl flex-col gap-4 px-4 pb-8">
        {query['done'] === 'saved' && <Banner tone="ok" live>{t('saved')}</Banner>}
        {query['done'] === 'gone' && <Banner tone="warn" live>{t('gone')}</Banner>}
        {choices.length === 0 && <p className="text-form">{t('none')}</p>}
        {choices.map(({ tenant, kinds }) => (
          <Panel key={tenant?.slug ?? ''} id={`notices-${tenant?.slug ?? 'operator'}`} title={tenant?.name ?? t('operator')}>
            <NoticeForm slug={tenant?.slug} kinds={kinds} action={saveNotices} />
          </Panel>
        ))}
        <p className="max-w-prose text-table text-ink-2">{t('security')}</p>
      </div>
    </>
  )
}
