import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import type account from '@/messages/en/account.json'
import type audit from '@/messages/en/audit.json'
import type auth from '@/messages/en/auth.json'
import type console from '@/messages/en/console.json'
import type docs from '@/messages/en/docs.json'
import type domains from '@/messages/en/domains.json'
import type impersonation from '@/messages/en/impersonation.json'
import type keys from '@/messages/en/keys.json'
import type log from '@/messages/en/log.json'
import type members from '@/messages/en/members.json'
import type message from '@/messages/en/message.json'
import type messages from '@/messages/en/messages.json'
import type notices from '@/messages/en/notices.json'
import type operator from '@/messages/en/operator.json'
import type own from '@/messages/en/own.json'
import type platform from '@/messages/en/platform.json'
import type rules from '@/messages/en/rules.json'
import type settings from '@/messages/en/settings.json'
import type setup from '@/messages/en/setup.json'
import type exportWords from '@/messages/en/exports.json'
import type tenants from '@/messages/en/tenants.json'
import type today from '@/messages/en/today.json'
import type usage from '@/messages/en/usage.json'
import type ui from '@/messages/en/ui.json'
import type webhooks from '@/messages/en/webhooks.json'
import { chooseLocale, localeCookie, type Locale } from './locale'
import { preferences } from './preferences'
import { chooseZone, zoneCookie } from './zone'

// A key that no catalogue has does not compile.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: {
      account: typeof account
      audit: typeof audit
      auth: typeof auth
      console: typeof console
      docs: typeof docs
      domains: typeof domains
      impersonation: typeof impersonation
      keys: typeof keys
      log: typeof log
      members: typeof members
      message: typeof message
      messages: typeof messages
      notices: typeof notices
      operator: typeof operator
      own: typeof own
      platform: typeof platform
      rules: typeof rules
      settings: typeof settings
      setup: typeof setup
      exports: typeof exportWords
      tenants: typeof tenants
      today: typeof today
      ui: typeof ui
      usage: typeof usage
      webhooks: typeof webhooks
    }
  }
}

const catalogues = {
  en: async () => ({
    account: (await import('@/messages/en/account.json')).default,
    audit: (await import('@/messages/en/audit.json')).default,
    auth: (await import('@/messages/en/auth.json')).default,
    console: (await import('@/messages/en/console.json')).default,
    docs: (await import('@/messages/en/docs.json')).default,
    domains: (await import('@/messages/en/domains.json')).default,
    impersonation: (await import('@/messages/en/impersonation.json')).default,
    keys: (await import('@/messages/en/keys.json')).default,
    log: (await import('@/messages/en/log.json')).default,
    members: (await import('@/messages/en/members.json')).default,
    message: (await import('@/messages/en/message.json')).default,
    messages: (await import('@/messages/en/messages.json')).default,
    notices: (await import('@/messages/en/notices.json')).default,
    operator: (await import('@/messages/en/operator.json')).default,
    own: (await import('@/messages/en/own.json')).default,
    platform: (await import('@/messages/en/platform.json')).default,
    rules: (await import('@/messages/en/rules.json')).default,
    settings: (await import('@/messages/en/settings.json')).default,
    setup: (await import('@/messages/en/setup.json')).default,
    exports: (await import('@/messages/en/exports.json')).default,
    tenants: (await import('@/messages/en/tenants.json')).default,
    today: (await import('@/messages/en/today.json')).default,
    ui: (await import('@/messages/en/ui.json')).default,
    usage: (await import('@/messages/en/usage.json')).default,
    webhooks: (await import('@/messages/en/webhooks.json')).default,
  }),
  ja: async () => ({
    account: (await import('@/messages/ja/account.json')).default,
    audit: (await import('@/messages/ja/audit.json')).default,
    auth: (await import('@/messages/ja/auth.json')).default,
    console: (await import('@/messages/ja/console.json')).default,
    docs: (await import('@/messages/ja/docs.json')).default,
    domains: (await import('@/messages/ja/domains.json')).default,
    impersonation: (await import('@/messages/ja/impersonation.json')).default,
    keys: (await import('@/messages/ja/keys.json')).default,
    log: (await import('@/messages/ja/log.json')).default,
    members: (await import('@/messages/ja/members.json')).default,
    message: (await import('@/messages/ja/message.json')).default,
    messages: (await import('@/messages/ja/messages.json')).default,
    notices: (await import('@/messages/ja/notices.json')).default,
    operator: (await import('@/messages/ja/operator.json')).default,
    own: (await import('@/messages/ja/own.json')).default,
    platform: (await import('@/messages/ja/platform.json')).default,
    rules: (await import('@/messages/ja/rules.json')).default,
    settings: (await import('@/messages/ja/settings.json')).default,
    setup: (await import('@/messages/ja/setup.json')).default,
    exports: (await import('@/messages/ja/exports.json')).default,
    tenants: (await import('@/messages/ja/tenants.json')).default,
    today: (await import('@/messages/ja/today.json')).default,
    ui: (await import('@/messages/ja/ui.json')).default,
    usage: (await import('@/messages/ja/usage.json')).default,
    webhooks: (await import('@/messages/ja/webhooks.json')).default,
  }),
}

/** next-intl's set-up for one request: no locale in the URL, so a link reads in the language of whoever opens it. */
export default getRequestConfig(async () => {
  const [jar, head, { times }] = await Promise.all([cookies(), headers(), preferences()])
  const locale = chooseLocale(jar.get(localeCookie().name)?.value, head.get('accept-language'))
  return { locale, messages: await catalogues[locale](), timeZone: times === 'utc' ? 'UTC' : chooseZone(jar.get(zoneCookie())?.value) }
})
