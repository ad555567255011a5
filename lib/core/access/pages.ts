import type { OperatorPermission, Permission } from './matrix'

/** Who may open a page: anybody, whoever holds a link's token or a key (the page checks it), whoever is logged in, or by permission. */
export type PageAccess = 'open' | 'token' | 'key' | 'user' | Permission | OperatorPermission

/**
 * Every page, and every route that is no operation of the REST API (those name their permission themselves), by its folder in app.
 * Closed by default: the door answers 404 for what is not written here, and a test compares the list with the folders.
 */
export const pages: Readonly<Record<string, PageAccess>> = {
  '/': 'open',
  '/login': 'open',
  '/sign-up': 'open',
  '/confirm': 'token',
  '/invite': 'token',
  '/setup': 'token',
  '/login/second': 'token',
  '/login/with/[provider]': 'open',
  '/forgot': 'open',
  '/reset': 'token',
  '/address': 'token',
  '/welcome': 'user',
  '/u/[token]': 'token',

  '/account': 'user',
  '/account/log-in': 'user',
  '/account/two-step': 'user',
  '/account/two-step/app': 'user',
  '/account/sessions': 'user',
  '/account/notifications': 'user',
  '/account/prove': 'user',
  '/account/delete': 'user',

  '/specimen': 'platform.read',

  '/t/[tenant]': 'message.read',
  '/t/[tenant]/live': 'message.read',
  '/t/[tenant]/messages': 'message.read',
  '/t/[tenant]/messages/export': 'message.read',
  '/t/[tenant]/messages/news': 'message.read',
  '/t/[tenant]/messages/[id]': 'message.read',
  '/t/[tenant]/messages/[id]/raw': 'message.read',
  '/t/[tenant]/messages/[id]/html': 'message.read',
  '/t/[tenant]/messages/[id]/files/[part]': 'message.read',
  '/t/[tenant]/settings': 'tenant.read',
  '/t/[tenant]/members': 'member.read',
  '/t/[tenant]/members/[userId]': 'member.read',
  '/t/[tenant]/domains': 'domain.read',
  '/t/[tenant]/domains/new': 'domain.write',
  '/t/[tenant]/domains/[id]': 'domain.read',
  '/t/[tenant]/domains/[id]/remove': 'domain.read',
  '/t/[tenant]/domains/[id]/send': 'domain.read',
  '/t/[tenant]/domains/[id]/zone': 'domain.read',
  '/t/[tenant]/rules': 'rules.read',
  '/t/[tenant]/rules/diff': 'rules.read',
  '/t/[tenant]/rules/publish': 'rules.read',
  '/t/[tenant]/rules/test': 'rules.read',
  '/t/[tenant]/rules/versions': 'rules.read',
  '/t/[tenant]/rules/versions/[version]': 'rules.read',

  '/t/[tenant]/api-keys': 'apiKey.read',
  '/t/[tenant]/api-keys/new': 'apiKey.write',
  '/t/[tenant]/api-keys/[id]': 'apiKey.read',
  '/t/[tenant]/webhooks': 'webhook.read',
  '/t/[tenant]/webhooks/new': 'webhook.write',
  '/t/[tenant]/webhooks/[id]': 'webhook.read',
  '/t/[tenant]/webhooks/[id]/attempts/[attempt]': 'webhook.read',
  '/t/[tenant]/webhooks/[id]/disable': 'webhook.write',
  '/t/[tenant]/webhooks/[id]/redeliver': 'webhook.write',
  '/t/[tenant]/webhooks/[id]/remove': 'webhook.write',
  '/t/[tenant]/webhooks/[id]/rotate': 'webhook.write',
  '/t/[tenant]/docs': 'tenant.read',
  '/t/[tenant]/docs/[operation]': 'tenant.read',

  '/t/[tenant]/audit': 'audit.read',
  '/t/[tenant]/audit/export': 'audit.read',
  '/t/[tenant]/delete': 'tenant.delete',

  '/t/[tenant]/settings/usage': 'tenant.read',
  '/t/[tenant]/settings/export': 'tenant.export',
  '/t/[tenant]/settings/export/[id]/file': 'tenant.export',

  '/operator': 'platform.read',
  '/operator/live': 'platform.read',
  '/operator/tenants': 'tenant.list',
  '/operator/tenants/[id]': 'tenant.list',
  '/operator/sync': 'plan.read',
  '/operator/sync/[id]': 'plan.read',
  '/operator/sync/[id]/json': 'plan.read',
  '/operator/audit': 'audit.platform',
  '/operator/audit/export': 'audit.platform',
  '/operator/jobs': 'deadLetter.read',
  '/operator/jobs/[id]': 'deadLetter.read',
  '/operator/settings': 'setting.read',
  '/operator/keys': 'sealingKey.read',

  '/api/auth/[...nextauth]': 'open',
  '/api/health': 'open',
  '/api/u/[token]': 'token',
  '/api/metrics': 'key',
  '/api/webhooks/sns': 'open',
  '/api/v1/[[...rest]]': 'key',
}

interface Pattern {
  access: PageAccess
  /** What each part of the path must be; undefined for any text. */
  parts: (string | undefined)[]
  /** Takes any number of further parts. */
  open: boolean
}

const patterns = Object.entries(pages).map(([path, access]): Pattern => {
  const parts = path.split('/').slice(1).filter(Boolean)
  const open = /^\[{1,2}\.\.\./.test(parts.at(-1) ?? '')
  return { access, parts: (open ? parts.slice(0, -1) : parts).map((p) => (p.startsWith('[') ? undefined : p)), open }
})

/** Who may open the page at this path; undefined where no page is registered for it. A path of fixed words goes before one with a variable. */
export function accessOf(pathname: string): PageAccess | undefined {
  const parts = pathname.split('/').filter(Boolean)
  const fits = patterns.filter((p) => (p.open ? parts.length >= p.parts.length : parts.length === p.parts.length) && p.parts.every((part, i) => part === undefined || part === parts[i]))
  const fixed = (p: Pattern) => p.parts.filter(Boolean).length
  return fits.sort((a, b) => fixed(b) - fixed(a))[0]?.access
}
