import type { NoticeKind } from '@/lib/core/notice/kinds'
import type { Transaction } from '@/lib/db/tenant'
import { deliver, readerFields } from './deliver'
import { noticeWords, type Notice, type NoticeWords } from './words'

interface Mailing {
  kind: NoticeKind
  words(t: NoticeWords): Notice
}

/** Queues a notice for every operator, in the cause's transaction. Gives to how many. */
export async function mailOperators(tx: Transaction, { kind, words }: Mailing): Promise<number> {
  const readers = await tx.user.findMany({ where: { isOperator: true, disabledAt: null }, select: { ...readerFields, noticesOff: true }, orderBy: { email: 'asc' } })
  return deliver(tx, { kind, tenantId: null, readers, words: (locale) => words(noticeWords(locale)) })
}
