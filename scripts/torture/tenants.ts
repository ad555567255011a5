import type pg from 'pg'
import type { LocalJson } from '@/lib/local/local-json'
import { makeSecondTenant, proveDomain } from '@/lib/testing/second-tenant'
import { Api } from '@/prisma/demo/api'
import type { Tenant } from './mails'

/** The demo tenant and a second one, each with a verified domain and one published rule. */
export async function prepareTenants(local: LocalJson, owner: pg.Pool): Promise<[Tenant, Tenant]> {
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM tenant WHERE slug = $1', [local.tenant.slug])
  const other = await makeSecondTenant(local)
  for (const key of [local.tenant.apiKey, other.apiKey]) await publishRule(new Api(local.consoleUrl, key))
  const domain = 'other.example'
  await proveDomain(local, other.apiKey, domain)
  return [
    { tenantId: rows[0]!.id, domain: local.tenant.domain },
    { tenantId: other.id, domain },
  ]
}

async function publishRule(api: Api): Promise<void> {
  const rule = { name: 'set aside', when: { field: 'subject', op: 'contains', values: ['set this aside'] }, actions: [{ type: 'quarantine' }, { type: 'stop' }] }
  await api.call('PUT', '/rule-set/draft', { rules: [rule] })
  await api.call('POST', '/rule-set/publish')
}
