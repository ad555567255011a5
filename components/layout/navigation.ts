import type { IconName } from '@/components/ui/icon'

interface Entry {
  /** Its name is `console.nav.<noun>`. */
  noun: 'today' | 'messages' | 'domains' | 'rules' | 'health' | 'sync' | 'tenants' | 'jobs' | 'masterKeys' | 'keys' | 'webhooks' | 'docs' | 'members' | 'audit' | 'usage' | 'settings' | 'profile' | 'logIn' | 'twoStep' | 'sessions' | 'notifications'
  /** Below `/t/<slug>` or `/operator`; '' is the first page itself. */
  path: string
  icon: IconName
  /** After `g`. */
  key: string
}

export interface Group {
  /** Its name is `console.group.<noun>`. */
  noun: 'watch' | 'route' | 'build' | 'tenant' | 'platform' | 'account'
  entries: readonly Entry[]
}

/** The pages of a tenant that there are, in the order of the sidebar. */
export const tenantPages: readonly Group[] = [
  {
    noun: 'watch',
    entries: [
      { noun: 'today', path: '', icon: 'home', key: 'h' },
      { noun: 'messages', path: '/messages', icon: 'mail', key: 'm' },
    ],
  },
  {
    noun: 'route',
    entries: [
      { noun: 'domains', path: '/domains', icon: 'globe', key: 'd' },
      { noun: 'rules', path: '/rules', icon: 'branch', key: 'r' },
    ],
  },
  {
    noun: 'build',
    entries: [
      { noun: 'keys', path: '/api-keys', icon: 'key', key: 'k' },
      { noun: 'webhooks', path: '/webhooks', icon: 'hook', key: 'w' },
      { noun: 'docs', path: '/docs', icon: 'book', key: 'b' },
    ],
  },
  {
    noun: 'tenant',
    entries: [
      { noun: 'members', path: '/members', icon: 'users', key: 'u' },
      { noun: 'audit', path: '/audit', icon: 'history', key: 'a' },
      { noun: 'usage', path: '/settings/usage', icon: 'chart', key: 'l' },
      { noun: 'settings', path: '/settings', icon: 'gear', key: 's' },
    ],
  },
]

/** The pages of the operator that there are. */
export const operatorPages: readonly Group[] = [
  {
    noun: 'platform',
    entries: [
      { noun: 'health', path: '', icon: 'pulse', key: 'h' },
      { noun: 'tenants', path: '/tenants', icon: 'building', key: 't' },
      { noun: 'sync', path: '/sync', icon: 'sync', key: 's' },
      { noun: 'jobs', path: '/jobs', icon: 'tray', key: 'j' },
      { noun: 'audit', path: '/audit', icon: 'history', key: 'a' },
      { noun: 'masterKeys', path: '/keys', icon: 'key', key: 'k' },
      { noun: 'settings', path: '/settings', icon: 'gear', key: 'e' },
    ],
  },
]

/** The pages of the own account. */
export const accountPages: readonly Group[] = [
  {
    noun: 'account',
    entries: [
      { noun: 'profile', path: '', icon: 'user', key: 'h' },
      { noun: 'logIn', path: '/log-in', icon: 'lock', key: 'l' },
      { noun: 'twoStep', path: '/two-step', icon: 'shield', key: 't' },
      { noun: 'sessions', path: '/sessions', icon: 'screen', key: 's' },
      { noun: 'notifications', path: '/notifications', icon: 'mail', key: 'n' },
    ],
  },
]

/** What the sidebar, the bottom bar, the palette and the keys know of a page. */
export interface Place {
  noun: Entry['noun']
  group: Group['noun']
  href: string
  icon: IconName
  key: string
  /** Of the entries that stand below it in the address. */
  deeper: readonly string[]
}

export function placesOf(groups: readonly Group[], base: string): Place[] {
  const hrefs = groups.flatMap((group) => group.entries.map(({ path }) => base + path))
  return groups.flatMap((group) =>
    group.entries.map(({ noun, path, icon, key }) => ({ noun, group: group.noun, href: base + path, icon, key, deeper: hrefs.filter((href) => href.startsWith(`${base + path}/`)) })),
  )
}
