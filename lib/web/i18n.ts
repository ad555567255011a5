import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import type auth from '@/messages/en/auth.json'
import type console from '@/messages/en/console.json'
import type messages from '@/messages/en/messages.json'
import type setup from '@/messages/en/setup.json'
import { chooseLocale, localeCookie, type Locale } from './locale'
import { chooseZone, zoneCookie } from './zone'

// A key that no catalogue has does not compile.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: { auth: typeof auth; console: typeof console; messages: typeof messages; setup: typeof setup }
  }
}

const catalogues = {
  en: async () => ({
    auth: (await import('@/messages/en/auth.json')).default,
    console: (await import('@/messages/en/console.json')).default,
    messages: (await import('@/messages/en/messages.json')).default,
    setup: (await import('@/messages/en/setup.json')).default,
  }),
  ja: async () => ({
    auth: (await import('@/messages/ja/auth.json')).default,
    console: (await import('@/messages/ja/console.json')).default,
    messages: (await import('@/messages/ja/messages.json')).default,
    setup: (await import('@/messages/ja/setup.json')).default,
  }),
}

/** next-intl's set-up for one request: no locale in the URL, so a link reads in the language of whoever opens it. */
export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const locale = chooseLocale(jar.get(localeCookie)?.value, head.get('accept-language'))
  return { locale, messages: await catalogues[locale](), timeZone: chooseZone(jar.get(zoneCookie)?.value) }
})
