import { createTranslator } from 'next-intl'
import en from '@/messages/en/members.json'
import ja from '@/messages/ja/members.json'

/** The words of mail about members, in the reader's language. */
export const memberWords = (locale: string) => createTranslator({ locale: locale === 'ja' ? 'ja' : 'en', messages: { members: locale === 'ja' ? ja : en }, namespace: 'members' })

/** A name is a stranger's text in a mail to somebody else: no link of it, no lines of it. */
export const plainName = (name: string): string => name.replace(/[\p{Cc}\p{Zl}\p{Zp}:/\\.@]+/gu, ' ').trim().slice(0, 60) || '–'
