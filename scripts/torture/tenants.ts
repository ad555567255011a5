import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { openDatabase, useDatabase } from '@/lib/db/client'
import type { LocalJson } from '@/lib/local/local-json'
import { createApiKey } from '@/lib/services/api-key/create'
import { createTenant } from '@/lib/services/tenant/create'
import type { Tenant } from './mails'

/** The demo tenant and a second one, each with a verified domain and one published rule. */
export async function prepareTenants(local: LocalJson, owner: pg.Pool): Promise<[Tenant, Tenant]> {
  const db = openDatabase(local.databaseUrl, 2)
  useDatabase(db)
  try {
    const { rows } = await owner.query<{ tenantId: string; userId: string }>('SELECT m."tenantId", m."userId" FROM membership m JOIN tenant t ON t.id = m."tenantId" WHERE t.slug = $1', [local.tenant.slug])
    const { tenantId, userId } = rows[0]!
    const actor = { kind: 'job', id: 'torture' } as const
    const other = await createTenant({ ctx: { actor }, input: { slug: `other-${randomBytes(3).toString('hex')}`, name: 'Other', ownerId: userId } })
    const { key } = await createApiKey({ ctx: { actor, tenantId: other.id, role: 'owner' }, input: { name: 'torture', role: 'admin' } })
    const domain = 'other.example'
    await proveDomain(local, key, domain)
    for (const k of [local.tenant.apiKey, key]) await publishRule(local, k)
    await untilActive(local, domain)
    return [
      { tenantId, domain: local.tenant.domain },
      { tenantId: other.id, domain },
    ]
  } finally {
    useDatabase(undefined)
    await db.close()
  }
}

async function call(local: LocalJson, key: string, method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const answer = await fetch(`${local.consoleUrl}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Record<string, unknown>
}

async function proveDomain(local: LocalJson, key: string, name: string): Promise<void> {
  const domain = (await call(local, key, 'POST', '/domains', { name })) as { id: string; records: { type: string; name: string; value: string }[] }
  for (const r of domain.records)
    await fetch(`${local.awsEndpoint}/_local/dns`, { method: 'PUT', body: JSON.stringify({ name: r.name, type: r.type, values: [r.value] }) })
  for (let tries = 0; tries < 10; tries++) if ((await call(local, key, 'POST', `/domains/${domain.id}/check`))['status'] === 'verified') return
  throw new Error(`${name} was not verified`)
}

async function publishRule(local: LocalJson, key: string): Promise<void> {
  const rule = { name: 'set aside', when: { field: 'subject', op: 'contains', values: ['set this aside'] }, actions: [{ type: 'quarantine' }, { type: 'stop' }] }
  await call(local, key, 'PUT', '/rule-set/draft', { rules: [rule] })
  await call(local, key, 'POST', '/rule-set/publish')
}

/** The plan that makes SES take the new domain applies by itself, seconds later. */
async function untilActive(local: LocalJson, domain: string): Promise<void> {
  const { SESClient, DescribeActiveReceiptRuleSetCommand } = await import('@aws-sdk/client-ses')
  const ses = new SESClient({ endpoint: local.awsEndpoint, region: local.region, credentials: { accessKeyId: 'x', secretAccessKey: 'x' } })
  for (const began = Date.now(); Date.now() - began < 60_000; await new Promise((r) => setTimeout(r, 200))) {
    const { Rules = [] } = await ses.send(new DescribeActiveReceiptRuleSetCommand({}))
    if (Rules.some((r) => r.Recipients?.includes(domain))) return
  }
  throw new Error(`no receipt rule takes ${domain} after a minute`)
}
