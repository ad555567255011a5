import { config } from '@/lib/config'
import { isOptional, type NoticeKind } from '@/lib/core/notice/kinds'
import { noticeToken } from '@/lib/core/notice/token'
import type { Transaction } from '@/lib/db/tenant'
import { queueMail } from '@/lib/services/account/queue-mail'
import { noticeWords, pageUrl, type Notice } from './words'

interface Reader {
  id: string
  email: string
  locale: string
  /** Kinds that the reader does not want by mail. */
  noticesOff: string[]
}

interface Delivery {
  kind: NoticeKind
  /** Null: to operators. */
  tenantId: string | null
  readers: readonly Reader[]
  words: (locale: string) => Notice
}

/**
 * Queues the notice for each reader, in the reader's language. Gives how many. What a reader does not want by mail is left out here, for
 * all; each mail that can be switched off carries the link that does.
 */
export async function deliver(tx: Transaction, { kind, tenantId, readers, words }: Delivery): Promise<number> {
  const optional = isOptional(kind)
  const wanted = readers.filter(({ noticesOff }) => !optional || !noticesOff.includes(kind))
  for (const { id, email, locale } of wanted) {
    const token = noticeToken(config().deriveKey('unsubscribe'), { userId: id, tenantId, kind })
    const stop = optional ? { unsubscribe: { label: noticeWords(locale)('unsubscribe'), url: pageUrl(`/api/u/${token}`) } } : {}
    await queueMail(tx, { kind, to: email, content: { locale, ...words(locale), ...stop } })
  }
  return wanted.length
}

export const readerFields = { id: true, email: true, locale: true } as const
