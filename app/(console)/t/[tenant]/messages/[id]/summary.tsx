import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Address } from '@/components/message/address'
import { Disposition } from '@/components/message/disposition'
import { MailText } from '@/components/message/mail-text'
import { VerdictChips } from '@/components/message/verdict-chips'
import { DescriptionList } from '@/components/ui/description-list'
import { Time } from '@/components/ui/time'
import type { MessageDetail } from '@/lib/services/message/get'
import { bytes, fullTime } from '@/lib/web/format'

interface Props {
  message: MessageDetail
  locale: string
  zone: string
  /** What can be done with it. */
  children: ReactNode
}

/** The head of a message's page: outcome and reason, who to whom, the verdicts in words. */
export async function Summary({ message, locale, zone, children }: Props) {
  const t = await getTranslations('messages')
  const local = fullTime(message.receivedAt, locale, zone)
  const mono = (text: string | null) => (text ? <span className="font-mono">{<MailText text={text} />}</span> : t('page.none'))
  return (
    <section className="flex flex-col gap-4 rounded-panel border border-line bg-surface p-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="flex min-w-0 flex-col gap-1">
          <h1 className="text-h1 font-semibold wrap-anywhere">{message.subject ? <MailText text={message.subject} /> : t('noSubject')}</h1>
          <p className="text-h2">
            <Disposition name={message.disposition} />
          </p>
          <p lang="en" className="text-form text-ink-2 wrap-anywhere">
            <MailText text={message.reason} />
          </p>
        </div>
        <div className="flex flex-wrap gap-2">{children}</div>
      </div>
      <VerdictChips verdicts={message.verdicts} dmarcPolicy={message.dmarcPolicy} />
      <div className="grid gap-x-8 gap-y-1 md:grid-cols-2">
        <DescriptionList
          items={[
            {
              name: t('from'),
              value: (
                <>
                  {message.fromName && (
                    <>
                      <MailText text={message.fromName} />{' '}
                    </>
                  )}
                  {message.from ? <Address value={message.from} /> : !message.fromName && t('page.none')}
                </>
              ),
            },
            { name: t('to'), value: <Address value={message.recipient} /> },
            { name: t('page.returnPath'), value: message.mailFrom ? <Address value={message.mailFrom} /> : t('nullPath') },
          ]}
        />
        <DescriptionList
          items={[
            {
              name: t('page.received'),
              value: (
                <Time at={message.receivedAt} full={`${local}\n${fullTime(message.receivedAt, locale, 'UTC')}`}>
                  {local}
                </Time>
              ),
            },
            { name: t('page.size'), value: bytes(message.size, locale) },
            { name: t('page.messageId'), value: mono(message.headerMessageId) },
            ...(message.matchedRules.length > 0 ? [{ name: t('page.rules'), value: <MailText text={message.matchedRules.join(', ')} /> }] : []),
          ]}
        />
      </div>
    </section>
  )
}
