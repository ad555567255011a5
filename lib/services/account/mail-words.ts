import { createTranslator } from 'next-intl'
import en from '@/messages/en/account.json'
import ja from '@/messages/ja/account.json'

/** The words of the product's mail, in the reader's language. */
export const mailWords = (locale: string) => createTranslator({ locale: locale === 'ja' ? 'ja' : 'en', messages: { account: locale === 'ja' ? ja : en }, namespace: 'account' })

/** A name is a stranger's text in a mail to somebody else: no link of it, no lines of it. */
export const plainName = (name: string): string => name.replace(/[\p{Cc}\p{Zl}\p{Zp}:/\\.@]+/gu, ' ').trim().slice(0, 60) || '–'
