import { VerifyDomainIdentityCommand } from '@aws-sdk/client-ses'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TenantContext } from '@/lib/core/access/actor'
import type { Role } from '@/lib/core/access/matrix'
import { Started } from '@/lib/local/aws/started.fixture'
import { setUpReceiving } from '@/lib/services/platform/setup'
import { applyPlan } from '@/lib/services/sync/apply-plan'
import { said } from '@/lib/core/rules/why'
import { makePlan } from '@/lib/services/sync/make-plan'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import type { DomainAnswer } from './answer'
import { check, checkDomain } from './check'
import { checkDueDomains } from './check-due'
import { claimDomain } from './claim'
import { getDomain } from './get'
import { listDomains } from './list'
import { removeDomain } from './remove'

let aws: Started
let db: TestDatabase
const tenants: string[] = []
let n = 0
let name: string

beforeAll(async () => {
  aws = await Started.open()
  process.env['LOCAL_AWS_PORT'] = new URL(aws.aws.endpoint).port
  process.env['DNS_SERVERS'] = `127.0.0.1:${aws.aws.dns.port}`
  process.env['POSTROOM_DOMAIN'] = 'post.test'
  db = await createTestDatabase()
  for (const slug of ['first-co', 'second-co']) {
    const { rows } = await db.owner.query<{ id: string }>('INSERT INTO tenant (slug, name) VALUES ($1, $1) RETURNING id', [slug])
    tenants.push(rows[0]?.id ?? '')
  }
})
afterAll(async () => {
  await db.drop()
  await aws.close()
})
beforeEach(async () => {
  db.become('web')
  name = `d${n++}.test`
  await db.owner.query('DELETE FROM pgboss.job')
})

const as = (tenant: number, role: Role = 'admin'): TenantContext => ({ actor: { kind: 'user', id: 'u1' }, tenantId: tenants[tenant] ?? '', role })
const claim = (tenant = 0) => claimDomain({ ctx: as(tenant), input: { name } })
const put = async (domain: DomainAnswer, purposes?: string[]) => {
  for (const r of domain.records) if (!purposes || purposes.includes(r.purpose)) await aws.setDns(r.name, r.type, [r.value])
}
const states = (domain: DomainAnswer) => Object.fromEntries(domain.records.map((r) => [r.purpose, r.state]))
const dkim = ['dkim1', 'dkim2', 'dkim3']
const audit = async (id: string) => (await db.owner.query('SELECT verb FROM audit WHERE "targetId" = $1 ORDER BY at', [id])).rows.map((r) => r.verb)
const jobs = async () => (await db.owner.query('SELECT name FROM pgboss.job')).rows.map((r) => r.name)

describe('a claim', () => {
  it('is pending, tells its records, and is in the audit', async () => {
    const domain = await claim()
    expect(domain).toMatchObject({ name, status: 'pending', notice: null, checkedAt: null })
    expect(domain.records.find((r) => r.purpose === 'ownership')).toEqual({
      ...{ purpose: 'ownership', type: 'TXT', name: `_postroom.${name}`, state: 'missing', mark: 'missing' },
      why: { key: 'unchecked', params: {} },
      do: { key: 'add', params: expect.objectContaining({ type: 'TXT', name: `_postroom.${name}` }) },
      value: expect.stringMatching(/^pr=[0-9a-f]{32}$/),
    })
    expect(domain.records).toHaveLength(7)
    expect(await audit(domain.id)).toEqual(['domain.claim'])
    expect(await getDomain({ ctx: as(0, 'viewer'), input: { id: domain.id } })).toEqual(domain)
    expect((await listDomains({ ctx: as(0, 'viewer'), input: { limit: 1 } })).data).toEqual([domain])
    expect(await jobs()).toEqual([])
  })

  it('is refused twice in one tenant, and not in another: each has its own token', async () => {
    const mine = await claim()
    await expect(claim()).rejects.toMatchObject({ code: 'conflict', problems: [{ path: ['name'], code: 'taken' }] })
    const theirs = await claim(1)
    expect(theirs.status).toBe('pending')
    expect(theirs.records[0]?.value).not.toBe(mine.records[0]?.value)
  })

  it('is refused for the platform, for what is no domain, and for who may not', async () => {
    const bad = { 'post.test': 'platform', 'a.post.test': 'platform', 'co.uk': 'suffix', 'a.local': 'nowhere', [`${'a.'.repeat(110)}test`]: 'long', x: 'name' }
    for (const [wrong, code] of Object.entries(bad))
      await expect(claimDomain({ ctx: as(0), input: { name: wrong } })).rejects.toMatchObject({ code: 'invalid', problems: [{ path: ['name'], code }] })
    for (const role of ['member', 'viewer'] as const) await expect(claimDomain({ ctx: as(0, role), input: { name } })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('two at once make one', async () => {
    const results = await Promise.allSettled([claim(), claim()])
    expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('is no other tenant’s to see, check or remove: the answer is that of an id that is not there', async () => {
    const { id } = await claim()
    const missing = '00000000-0000-4000-8000-000000000000'
    for (const verb of [getDomain, check, removeDomain]) {
      const foreign = await verb({ ctx: as(1), input: { id } }).catch((e: unknown) => e)
      expect(foreign).toMatchObject({ code: 'not_found' })
      for (const other of [missing, 'x']) expect(await verb({ ctx: as(1), input: { id: other } }).catch((e: unknown) => e)).toEqual(foreign)
    }
    for (const verb of [check, removeDomain]) await expect(verb({ ctx: as(0, 'member'), input: { id } })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('lists by pages, newest first', async () => {
    await claim()
    name = `e${n}.test`
    await claim()
    const all = (await listDomains({ ctx: as(0), input: { limit: 100 } })).data.map((d) => d.name)
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page = await listDomains({ ctx: as(0), input: { limit: 2, cursor } })
      paged.push(...page.data.map((d) => d.name))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(paged).toEqual(all)
    expect(all[0]).toBe(name)
    await expect(listDomains({ ctx: as(0), input: { cursor: 'nonsense' } })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('a check', () => {
  it('with every record in place verifies within 10 s, asks for a sync in the same transaction, and is in the audit', async () => {
    const domain = await claim()
    expect(states(await check({ ctx: as(0), input: { id: domain.id } }))).toMatchObject({ ownership: 'missing', mx: 'missing', dkim1: 'missing' })
    await put(domain)
    const begun = performance.now()
    const checked = await check({ ctx: as(0), input: { id: domain.id } })
    expect(performance.now() - begun).toBeLessThan(10_000)
    expect(checked).toMatchObject({ status: 'verified', notice: null, verifiedAt: expect.any(String) })
    expect(new Set(checked.records.map((r) => r.state))).toEqual(new Set(['found']))
    expect(await audit(domain.id)).toEqual(['domain.claim', 'domain.verified'])
    expect(await jobs()).toEqual(['sync-plan'])
    // A second look changes nothing.
    expect((await check({ ctx: as(0), input: { id: domain.id } })).status).toBe('verified')
    expect(await audit(domain.id)).toEqual(['domain.claim', 'domain.verified'])
  })

  it('needs the tenant’s own TXT record: an identity that the account has verified is not enough', async () => {
    const { VerificationToken = '' } = await aws.ses().send(new VerifyDomainIdentityCommand({ Domain: name }))
    await aws.setDns(`_amazonses.${name}`, 'TXT', [VerificationToken])
    const domain = await claim()
    await put(domain, [...dkim, 'mx', 'spf', 'dmarc'])
    expect((await check({ ctx: as(0), input: { id: domain.id } })).status).toBe('pending')
    await aws.setDns(`_postroom.${name}`, 'TXT', ['pr=0123456789abcdef0123456789abcdef'])
    const wrong = await check({ ctx: as(0), input: { id: domain.id } })
    expect(wrong).toMatchObject({ status: 'pending' })
    expect(wrong.records[0]).toMatchObject({ state: 'wrong', found: ['pr=0123456789abcdef0123456789abcdef'] })
  })

  it('needs SES’s identity, and does not need the MX record', async () => {
    const domain = await claim()
    await put(domain, ['ownership'])
    expect((await check({ ctx: as(0), input: { id: domain.id } })).status).toBe('pending')
    await put(domain, dkim)
    const checked = await check({ ctx: as(0), input: { id: domain.id } })
    expect(checked.status).toBe('verified')
    expect(states(checked)).toMatchObject({ mx: 'missing', spf: 'missing' })
  })

  it('a second tenant’s proof does not take the domain, and names nobody', async () => {
    const first = await claim()
    await put(first)
    await check({ ctx: as(0), input: { id: first.id } })
    const second = await claim(1)
    await aws.setDns(`_postroom.${name}`, 'TXT', [first.records[0]?.value ?? '', second.records[0]?.value ?? ''])
    const checked = await check({ ctx: as(1), input: { id: second.id } })
    expect(checked).toMatchObject({ status: 'pending', notice: expect.stringContaining('belongs to another tenant') })
    expect(checked.notice).not.toMatch(/first-co/)
    expect(states(checked)['ownership']).toBe('found')
    expect((await getDomain({ ctx: as(0), input: { id: first.id } })).status).toBe('verified')
    // Once the owner gives it up, the next check is enough.
    await removeDomain({ ctx: as(0), input: { id: first.id } })
    expect(await check({ ctx: as(1), input: { id: second.id } })).toMatchObject({ status: 'verified', notice: null })
  })

  it('by the job: fails when the proof is gone, comes back with it, and goes on receiving meanwhile', async () => {
    const domain = await claim()
    await put(domain)
    await check({ ctx: as(0), input: { id: domain.id } })
    db.become('worker')
    const job = { tenantId: tenants[0] ?? '', id: domain.id }
    const status = async () => (await db.owner.query('SELECT status FROM domain WHERE id = $1', [domain.id])).rows[0]?.status
    await aws.setDns(`_postroom.${name}`, 'TXT', [])
    await checkDomain(job)
    expect(await status()).toBe('failing')
    expect((await db.owner.query('SELECT 1 FROM receiving_domains() WHERE name = $1', [name])).rowCount).toBe(1)
    await put(domain, ['ownership'])
    await checkDomain(job)
    expect(await status()).toBe('verified')
    expect(await audit(domain.id)).toEqual(['domain.claim', 'domain.verified', 'domain.failing', 'domain.verified'])
    await checkDomain({ ...job, id: '00000000-0000-4000-8000-000000000000' })
    await checkDomain({ ...job, tenantId: tenants[1] ?? '' })
  })
})

it('a verified domain is received for: by the job that its verification left', async () => {
  db.become('worker')
  await setUpReceiving({ webhookUrl: 'http://127.0.0.1:9/api/webhooks/sns', callsPerSecond: 1000 })
  await db.owner.query('DELETE FROM pgboss.job')
  db.become('web')
  const domain = await claim()
  await put(domain)
  await check({ ctx: as(0), input: { id: domain.id } })
  expect(await jobs()).toEqual(['sync-plan'])
  db.become('worker')
  const { id } = await makePlan({ reason: said('domainVerified') })
  expect((await applyPlan({ planId: id })).status).toBe('applied')
  const entries = aws.aws.cloud.ses.activeRuleSet()?.rules.flatMap((r) => r.Recipients)
  expect(entries).toEqual(expect.arrayContaining(['.post.test', name]))
})

it('a zone with what a database cannot hold is checked all the same', async () => {
  const domain = await claim()
  await aws.setDns(name, 'TXT', ['v=spf1 \u0000'])
  expect((await check({ ctx: as(0), input: { id: domain.id } })).records.find((r) => r.purpose === 'spf')).toMatchObject({ state: 'wrong' })
})

it('two SPF records are a conflict, with what to do', async () => {
  const domain = await claim()
  await aws.setDns(name, 'TXT', ['v=spf1 include:amazonses.com ~all', 'v=spf1 mx -all'])
  const spf = (await check({ ctx: as(0), input: { id: domain.id } })).records.find((r) => r.purpose === 'spf')
  expect(spf).toMatchObject({ state: 'conflict', mark: 'bad', why: { key: 'spfTwo', params: { count: 2 } }, do: { key: 'mergeSpf', params: { name } } })
})

it('removing frees the name and asks for a sync', async () => {
  const domain = await claim()
  await put(domain)
  await check({ ctx: as(0), input: { id: domain.id } })
  await db.owner.query('DELETE FROM pgboss.job')
  await removeDomain({ ctx: as(0), input: { id: domain.id } })
  expect((await jobs()).sort()).toEqual(['identity', 'sync-plan'])
  await expect(getDomain({ ctx: as(0), input: { id: domain.id } })).rejects.toMatchObject({ code: 'not_found' })
  expect((await claim()).status).toBe('pending')
})

it('what is due is looked at: claims by their age, verified ones daily, one job each', async () => {
  await db.owner.query('DELETE FROM domain')
  const insert = (label: string, status: string, created: string, checked: string | null) =>
    db.owner.query(
      `INSERT INTO domain ("tenantId", name, status, token, "tokenAt", "expiresAt", "checkedAt") VALUES ($1, $2, $3, 'x', now() - $4::interval, now() - $4::interval + interval '14 days', now() - $5::interval)`,
      [tenants[0], `${label}.test`, status, created, checked],
    )
  await insert('new', 'pending', '1 minute', null)
  await insert('just-seen', 'pending', '10 minutes', '10 seconds')
  await insert('seen', 'pending', '5 minutes', '2 minutes')
  await insert('old-claim', 'pending', '15 days', '3 days')
  await insert('fine', 'verified', '30 days', '2 hours')
  await insert('daily', 'verified', '30 days', '25 hours')
  db.become('worker')
  expect(await checkDueDomains()).toBe(3)
  expect(await checkDueDomains()).toBe(3)
  const { rows } = await db.owner.query(`SELECT d.name FROM pgboss.job j JOIN domain d ON d.id::text = j.data->>'id' WHERE j.name = 'domain-check' ORDER BY d.name`)
  expect(rows.map((r) => r.name)).toEqual(['daily.test', 'new.test', 'seen.test'])
})
