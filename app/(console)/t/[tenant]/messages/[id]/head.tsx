import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Address } from '@/components/message/address'
import { Disposition } from '@/components/message/disposition'
import { MailText } from '@/components/message/mail-text'
import { MessageKeys } from '@/components/message/message-keys'
import { Reason } from '@/components/message/reason'
import { VerdictChips } from '@/components/message/verdict-chips'
import { buttonClass } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy-text'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { Time } from '@/components/ui/time'
import type { MessageDetail } from '@/lib/services/message/get'
import { bytes, fullTime } from '@/lib/web/format'

/** The ways to the messages beside this one, in the log it was opened from. */
export async function Beside({ newer, older, log }: { newer?: string | undefined; older?: string | undefined; log: string }) {
  const t = await getTranslations('message')
  return (
    <nav aria-label={t('neighbours')} className="flex gap-1">
      <MessageKeys newer={newer} older={older} log={log} />
      {newer && (
        <Link href={newer} prefetch={false} className={buttonClass('quiet')}>
          <Kbd keys="h" /> {t('newer')}
        </Link>
      )}
      {older && (
        <Link href={older} prefetch={false} className={buttonClass('quiet')}>
          <Kbd keys="l" /> {t('older')}
        </Link>
      )}
    </nav>
  )
}

/** Outcome and why; from, to, when, how large, which; the verdicts in words. */
export async function Facts({ message, locale, zone }: { message: MessageDetail; locale: string; zone: string }) {
  const t = await getTranslations('messages')
  const w = await getTranslations('message')
  const local = fullTime(message.receivedAt, locale, zone)
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <p className="text-h2">
          <Disposition name={message.disposition} />
        </p>
        <p className="min-w-0 text-form text-ink-2 wrap-anywhere">
          <Reason reason={message.reason} code={message.reasonCode} />
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-table text-ink-2">
        <span className="inline-flex min-w-0 flex-wrap items-center gap-x-2">
          <span className="sr-only">{t('from')}</span>
          {message.fromName && <MailText text={message.fromName} />}
          {message.from ? <Address value={message.from} /> : !message.fromName && t('page.none')}
          <Icon name="right" />
          <span className="sr-only">{t('to')}</span>
          <Address value={message.recipient} />
        </span>
        <Time at={message.receivedAt} full={`${local}\n${fullTime(message.receivedAt, locale, 'UTC')}`}>
          {local}
        </Time>
        <span>{bytes(message.size, locale)}</span>
        {message.headerMessageId && (
          <CopyText value={message.headerMessageId} what={w('copyMessageId')}>
            <span className="font-mono">
              <MailText text={message.headerMessageId} />
            </span>
          </CopyText>
        )}
        {message.mailFrom !== message.from && (
          <span className="min-w-0 wrap-anywhere">
            {t('page.returnPath')}: {message.mailFrom ? <Address value={message.mailFrom} /> : t('nullPath')}
          </span>
        )}
      </div>
      <VerdictChips verdicts={message.verdicts} dmarcPolicy={message.dmarcPolicy} />
    </div>
  )
}
