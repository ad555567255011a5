import { createTranslator } from 'next-intl'
import en from '@/messages/en/members.json'
import ja from '@/messages/ja/members.json'

/** The words of mail about members, in the reader's language. */
export const memberWords = (locale: string) => createTranslator({ locale: locale === 'ja' ? 'ja' : 'en', messages: { members: locale === 'ja' ? ja : en }, namespace: 'members' })
