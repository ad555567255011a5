import type { Made } from './prepare'

/** Name of the picture → address. */
type Pages = Record<string, string>

export const strangerPages = (): Pages => ({
  login: '/login',
  'sign-up': '/sign-up',
  confirm: '/confirm?token=void',
  setup: '/setup?token=void',
  forgot: '/forgot',
  'reset-void': '/reset?token=void',
  'address-void': '/address?token=void',
  'invite-void': '/invite?token=void',
})

/** Of the own account, just after a log-in. */
export const accountPages: Pages = {
  account: '/account',
  'account-log-in': '/account/log-in',
  'account-two-step': '/account/two-step',
  'account-notifications': '/account/notifications',
  'account-sessions': '/account/sessions',
  'account-prove': '/account/prove?next=/account',
  'account-delete': '/account/delete',
}

export function tenantPages(slug: string, { message, hostile, domains, version, member, key, webhook }: Made): Pages {
  const base = `/t/${slug}`
  return {
    today: base,
    log: `${base}/messages`,
    'log-filtered': `${base}/messages?disposition=quarantined`,
    'log-empty': `${base}/messages?from=nobody.invalid`,
    message: `${base}/messages/${message}`,
    'message-authentication': `${base}/messages/${message}?tab=authentication`,
    'message-content': `${base}/messages/${hostile}?tab=content`,
    'message-html': `${base}/messages/${hostile}?tab=content&view=html`,
    'message-headers': `${base}/messages/${message}?tab=headers`,
    'message-files': `${base}/messages/${hostile}?tab=files`,
    'message-raw': `${base}/messages/${message}?tab=raw`,
    'not-found': `${base}/messages/00000000-0000-7000-8000-000000000000`,
    domains: `${base}/domains`,
    'domain-new': `${base}/domains/new`,
    domain: `${base}/domains/${domains.waiting}`,
    'domain-verified': `${base}/domains/${domains.verified}`,
    'domain-send': `${base}/domains/${domains.waiting}/send`,
    rules: `${base}/rules`,
    rule: `${base}/rules?rule=${encodeURIComponent('Bank details only from partners')}`,
    'rules-diff': `${base}/rules/diff`,
    'rules-publish': `${base}/rules/publish`,
    'rules-test': `${base}/rules/test?message=${message}`,
    'rules-versions': `${base}/rules/versions`,
    audit: `${base}/audit`,
    'audit-filtered': `${base}/audit?verb=rules&kind=apiKey`,
    'audit-empty': `${base}/audit?target=nothing`,
    members: `${base}/members`,
    member: `${base}/members/${member}`,
    settings: `${base}/settings`,
    usage: `${base}/settings/usage`,
    export: `${base}/settings/export`,
    keys: `${base}/api-keys`,
    docs: `${base}/docs`,
    'docs-operation': `${base}/docs/putRuleSetDraft`,
    key: `${base}/api-keys/${key}`,
    'key-new': `${base}/api-keys/new`,
    webhooks: `${base}/webhooks`,
    webhook: `${base}/webhooks/${webhook.id}`,
    'webhook-attempt': `${base}/webhooks/${webhook.id}/attempts/${webhook.attempt}`,
    'webhook-new': `${base}/webhooks/new`,
    'tenant-delete': `${base}/delete`,
    'rules-version': `${base}/rules/versions/${version}`,
  }
}

export const operatorPages = ({ plan, deadLetter, tenant }: Made): Pages => ({
  health: '/operator',
  tenants: '/operator/tenants',
  tenant: `/operator/tenants/${tenant}`,
  sync: '/operator/sync',
  plan: `/operator/sync/${plan}`,
  jobs: '/operator/jobs',
  'master-keys': '/operator/keys',
  'operator-settings': '/operator/settings',
  'operator-audit': '/operator/audit',
  ...(deadLetter && { 'dead-letter': `/operator/jobs/${deadLetter}` }),
  specimen: '/specimen',
})
