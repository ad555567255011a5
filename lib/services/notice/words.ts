import { createTranslator } from 'next-intl'
import { config } from '@/lib/config'
import en from '@/messages/en/notice.json'
import ja from '@/messages/ja/notice.json'

/** The words of a notice in the reader's language. Times are UTC: a mail does not know where it is read. */
export const noticeWords = (locale: string) =>
  createTranslator({ locale: locale === 'ja' ? 'ja' : 'en', messages: { notice: locale === 'ja' ? ja : en }, namespace: 'notice', timeZone: 'UTC' })
export type NoticeWords = ReturnType<typeof noticeWords>

export interface Notice {
  subject: string
  paragraphs: string[]
  link?: { label: string; url: string }
}

/** An address of the console, for a notice's link: `pageUrl('/operator')`. */
export const pageUrl = (path: string): string => config().url + path
