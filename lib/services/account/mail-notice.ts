import { config } from '@/lib/config'
import type { MailKind } from '@/lib/core/account/product-mail'
import type { Transaction } from '@/lib/db/tenant'
import { mailWords, plainName } from './mail-words'
import { queueMail } from './queue-mail'

export interface Reader {
  email: string
  name: string
  locale: string
}

const notices = {
  passwordChanged: 'passwordChanged',
  addressChanged: 'addressChanged',
  accountDeleted: 'accountDeleted',
  appOn: 'twoStepChanged',
  appOff: 'twoStepChanged',
  passkeyOn: 'twoStepChanged',
  passkeyOff: 'twoStepChanged',
  recoveryUsed: 'twoStepChanged',
  recoveryMade: 'twoStepChanged',
  providerOn: 'twoStepChanged',
  providerOff: 'twoStepChanged',
} as const satisfies Record<string, MailKind>
export type Notice = keyof typeof notices

/** Tells the account's owner by mail that how to log in was changed, so that a change by somebody else does not stay unseen. */
export async function mailNotice(tx: Transaction, { email, name, locale }: Reader, notice: Notice, values: { what?: string; left?: number } = {}): Promise<void> {
  const t = mailWords(locale)
  const more = { what: plainName(values.what ?? ''), left: values.left ?? 0 }
  const paragraphs = [t('mail.confirmHello', { name: plainName(name) }), t(`mail.notice.${notice}`, more), t(notice === 'accountDeleted' ? 'mail.notice.tooLate' : 'mail.notice.notYou')]
  const link = notice === 'accountDeleted' ? {} : { link: { label: t('mail.notice.link'), url: `${config().url}/forgot` } }
  await queueMail(tx, { kind: notices[notice], to: email, content: { locale, subject: t(`mail.noticeSubject.${notice}`), paragraphs, ...link } })
}
