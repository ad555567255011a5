import type { Metadata } from 'next'
import { domainToUnicode } from 'node:url'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { buttonClass } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { CopyText } from '@/components/ui/copy-text'
import { readDomain } from '@/app/(console)/t/[tenant]/domains/[id]/read'

interface Props {
  params: Promise<{ tenant: string; id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, id } = await params
  const { domain } = await readDomain(tenant, id)
  return { title: (await getTranslations('domains'))('shareTitle', { name: domain.name }) }
}

/** The instructions as plain text, for whoever keeps the DNS. */
export default async function SendPage({ params }: Props) {
  const [{ tenant: slug, id }, t] = await Promise.all([params, getTranslations('domains')])
  const { domain } = await readDomain(slug, id)
  const home = `/t/${encodeURIComponent(slug)}/domains`
  const title = t('shareTitle', { name: domain.name })
  const parts = domain.records.map((r) => [
    `${t(`purpose.${r.purpose}`)} (${t(`mark.${r.mark}`)})`,
    `  ${t('type')}: ${r.type}`,
    `  ${t('recordName')}: ${r.name}`,
    `  ${t('value')}: ${r.value}`,
    ...(r.do ? [`  ${t('do')}: ${t(`doIt.${r.do.key}`, r.do.params)}`] : []),
  ])
  const text = [t('shareText', { name: domain.name }), ...parts.map((p) => p.join('\n'))].join('\n\n')
  return (
    <ClientMessages of={['domains']}>
      <PageHead
        title={t('shareTitle', { name: domainToUnicode(domain.name) })}
        crumbs={[
          { label: t('title'), href: home },
          { label: domainToUnicode(domain.name), href: `${home}/${id}` },
        ]}
        actions={
          <a href={`mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(text)}`} className={buttonClass()}>
            {t('shareMail')}
          </a>
        }
      />
      <div className="flex flex-col gap-3 px-4 pb-12">
        <p className="text-ink-2">
          <CopyText value={text} mono={false} what={title}>
            {t('shareIntro')}
          </CopyText>
        </p>
        <Code label={title}>{text}</Code>
      </div>
    </ClientMessages>
  )
}
