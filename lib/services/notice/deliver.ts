import type { NoticeKind } from '@/lib/core/notice/kinds'
import type { Transaction } from '@/lib/db/tenant'
import { queueMail } from '@/lib/services/account/queue-mail'
import type { Notice } from './words'

export interface Reader {
  id: string
  email: string
  locale: string
}

/** Queues the notice for each reader, in the reader's language. Gives how many. What a reader does not want by mail is left out here, for all. */
export async function deliver(tx: Transaction, kind: NoticeKind, readers: readonly Reader[], words: (locale: string) => Notice): Promise<number> {
  for (const { email, locale } of readers) await queueMail(tx, { kind, to: email, content: { locale, ...words(locale) } })
  return readers.length
}

export const readerFields = { id: true, email: true, locale: true } as const

