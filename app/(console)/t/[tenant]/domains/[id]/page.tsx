import type { Metadata } from 'next'
import Link from 'next/link'
import { domainToUnicode } from 'node:url'
import { getFormatter, getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { Consents } from '@/components/domain/consents'
import { MailFrom } from '@/components/domain/mail-from'
import { DomainNotices } from '@/components/domain/notices'
import { DomainRecords } from '@/components/domain/record'
import { RemoveDomain } from '@/components/domain/remove-domain'
import { ReceivingChip, SendingChip } from '@/components/domain/standing'
import { Watch } from '@/components/domain/watch'
import { ClientMessages } from '@/components/layout/client-messages'
import { PageHead } from '@/components/layout/page-head'
import { Banner } from '@/components/ui/banner'
import { Button, buttonClass } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import { Time } from '@/components/ui/time'
import { allows } from '@/lib/services/access/authorize'
import { fullTime } from '@/lib/web/format'
import { checkNow, lookAgain, remove } from '@/app/(console)/t/[tenant]/domains/actions'
import { answerRequest } from '@/app/(console)/t/[tenant]/domains/consent-actions'
import { endMailFrom, saveMailFrom } from '@/app/(console)/t/[tenant]/domains/mail-from-actions'
import { readDomain } from './read'

interface Props {
  params: Promise<{ tenant: string; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const receivingPurposes: readonly string[] = ['ownership', 'mx']

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { tenant, id } = await params
  return { title: (await readDomain(tenant, id)).domain.name }
}

/** One domain: its state in words, what stands in the way, then record by record what is needed, found, why, and what to do. */
export default async function DomainPage({ params, searchParams }: Props) {
  const [{ tenant: slug, id }, query, t, format, locale, zone] = await Promise.all([params, searchParams, getTranslations('domains'), getFormatter(), getLocale(), getTimeZone()])
  const { ctx, domain, requests } = await readDomain(slug, id)
  const home = `/t/${encodeURIComponent(slug)}/domains`
  const writes = allows(ctx, 'domain.write')
  const unicode = domainToUnicode(domain.name)
  const { host, ns } = domain
  const checkedAt = domain.checkedAt === null ? null : new Date(domain.checkedAt)
  const time = (iso: string) => fullTime(new Date(iso), locale, zone)
  const where = host ? t('hostBy', { host: host.name }) : ns === undefined ? t('hostUnseen') : ns.length > 0 ? t('hostUnknown', { ns: ns.join(', ') }) : t('hostNone')
  return (
    <ClientMessages of={['domains']}>
      <PageHead
        title={unicode}
        crumbs={[{ label: t('title'), href: home }]}
        actions={
          writes ? (
            <form action={checkNow.bind(null, slug, id)}>
              <SubmitButton>{t('check')}</SubmitButton>
            </form>
          ) : (
            <Button type="button" look="primary" reason={t('mayNot')}>
              {t('check')}
            </Button>
          )
        }
      >
        {unicode !== domain.name && <p className="text-ink-2 wrap-anywhere">{t('alsoWritten', { ascii: domain.name })}</p>}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span>{t(`status.${domain.status}`)}</span>
          <span className="flex flex-wrap items-center gap-2">
            {t('receivingHead')} <ReceivingChip state={domain.receiving} />
          </span>
          <span className="flex flex-wrap items-center gap-2">
            {t('sendingHead')} <SendingChip state={domain.sending} />
          </span>
          <span className="text-meta text-ink-3">
            {checkedAt ? (
              <Time at={checkedAt} full={`${fullTime(checkedAt, locale, zone)}\n${fullTime(checkedAt, locale, 'UTC')}`}>
                {t('checked', { ago: format.relativeTime(checkedAt, new Date()) })}
              </Time>
            ) : (
              t('unchecked')
            )}
          </span>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-ink-2 wrap-anywhere">{where}</span>
          <Link href={`${home}/${id}/send`} prefetch={false} className={buttonClass()}>
            {t('send')}
          </Link>
          <a href={`${home}/${id}/zone`} className={buttonClass()}>
            {t('zoneFile')}
          </a>
        </div>
      </PageHead>
      <div className="flex flex-col gap-4 px-4 pb-12">
        {domain.conflicts.map(({ key, params: values }) => (
          <Banner key={key} tone="warn">
            {t(`conflict.${key}`, values)}
          </Banner>
        ))}
        <DomainNotices {...domain} name={unicode} time={time} />
        {requests.length > 0 && (
          <Consents requests={requests} time={time} reason={writes ? undefined : t('mayNot')} stale={query['consent'] === 'stale'} answer={answerRequest.bind(null, slug, id)} />
        )}
        <DomainRecords id="receiving" title={t('receivingHead')} records={domain.records.filter((r) => receivingPurposes.includes(r.purpose))} spfLookups={undefined} />
        <DomainRecords id="sending" title={t('sendingHead')} records={domain.records.filter((r) => !receivingPurposes.includes(r.purpose))} spfLookups={domain.spfLookups} />
        <Watch url={`/t/${encodeURIComponent(slug)}/live`} waits={domain.waits} checkedAt={domain.checkedAt} look={lookAgain.bind(null, slug, id)} />
        <MailFrom
          name={domain.name}
          verified={domain.status !== 'pending'}
          mailFrom={domain.mailFrom}
          ending={domain.mailFromEnding}
          foreign={domain.foreignMailFrom}
          reason={writes ? undefined : t('mayNot')}
          save={saveMailFrom.bind(null, slug, id, domain.name)}
          off={endMailFrom.bind(null, slug, id)}
        />
        <div>
          {writes ? (
            <RemoveDomain name={domain.name} adopted={domain.adopted} page={`${home}/${id}/remove`} action={remove.bind(null, slug, id)} />
          ) : (
            <Button type="button" reason={t('mayNot')}>
              {t('remove')}
            </Button>
          )}
        </div>
      </div>
    </ClientMessages>
  )
}
