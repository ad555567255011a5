import { bothForms, inUnicode } from '@/lib/core/domain/both-forms'
import { graceEnd, graceHours } from '@/lib/core/domain/status'
import type { Domain } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/tenant'
import { mailMembers } from '@/lib/services/notice/mail-members'

type News = { kind: 'domainFailing'; failingAt: Date; withdrawn: boolean } | { kind: 'domainLapsed' } | { kind: 'domainRecovered' }

/** Tells the tenant's admins how the domain stands now: how long mail is still taken, that it is not any more, that all is well again. */
export async function tell(tx: Transaction, { tenantId, id, name: label }: Domain, news: News): Promise<void> {
  const name = bothForms(label)
  await mailMembers(tx, {
    tenantId,
    kind: news.kind,
    who: 'admins',
    words: (t, tenant) => ({
      subject: t(`${news.kind}.subject`, { name: inUnicode(label) }),
      paragraphs:
        news.kind === 'domainFailing'
          ? [
              t(news.withdrawn ? 'domainFailing.withdrawn' : 'domainFailing.what', { name }),
              t('domainFailing.grace', { hours: graceHours, until: graceEnd(news.failingAt) }),
              t(news.withdrawn ? 'domainFailing.ask' : 'domainFailing.do'),
            ]
          : news.kind === 'domainLapsed'
            ? [t('domainLapsed.what', { name, hours: graceHours }), t('domainLapsed.do')]
            : [t('domainRecovered.what', { name })],
      link: { label: t('openDomain'), url: tenant.at(`/domains/${id}`) },
    }),
  })
}
