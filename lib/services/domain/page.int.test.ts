import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '@/lib/core/access/matrix'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeTenant, type TestTenant } from '@/lib/testing/tenants'
import { domainDetail, domainDetails, givenReceiving } from './detail'
import { watchDomain } from './watch'

// What the pages of a domain read, and what an open page asks for. No look is made here: rows are as looks leave them.

let db: TestDatabase
let ours: TestTenant
let theirs: TestTenant

beforeAll(async () => {
  process.env['POSTROOM_DOMAIN'] = 'post.test'
  db = await createTestDatabase()
  db.become('web')
  ours = await makeTenant(db)
  theirs = await makeTenant(db)
})
afterAll(() => db.drop())
beforeEach(() => db.owner.query('DELETE FROM domain; DELETE FROM plan; DELETE FROM pgboss.job'))

const mx = '10 inbound-smtp.us-east-1.amazonaws.com'
const states = [
  { purpose: 'ownership', state: 'found', found: ['pr=t'] },
  { purpose: 'mx', state: 'found', found: [mx] },
  ...['dkim1', 'dkim2', 'dkim3'].map((purpose, i) => ({ purpose, state: 'found', found: [`${'abc'[i]}.dkim.amazonses.com`] })),
  { purpose: 'spf', state: 'found', found: ['v=spf1 include:amazonses.com ~all'] },
  { purpose: 'dmarc', state: 'found', found: ['v=DMARC1; p=reject; rua=mailto:d@shop.example'] },
]
interface Row {
  name?: string
  status?: string
  records?: object[]
  facts?: object
  checked?: string | null
}
const insert = async ({ name = 'shop.example', status = 'verified', records = states, facts = {}, checked = '1 hour' }: Row = {}): Promise<string> => {
  const { rows } = await db.owner.query<{ id: string }>(
    `INSERT INTO domain ("tenantId", name, status, token, "dkimTokens", records, facts, "checkedAt") VALUES ($1, $2, $3, 't', '{a,b,c}', $4, $5, now() - $6::interval) RETURNING id`,
    [ours.id, name, status, JSON.stringify(records), JSON.stringify(facts), checked],
  )
  return rows[0]!.id
}
/** A plan whose rules, ours or another's, have these recipients. */
const plan = async (status: string, recipients: string[], options: { rule?: string; added?: string[]; ago?: string } = {}) => {
  const { rows } = await db.owner.query<{ id: string }>('SELECT id FROM installation')
  const rule = { name: options.rule ?? `postroom-${rows[0]!.id}-0001`, enabled: true, scanEnabled: true, tlsPolicy: 'Optional', recipients, actions: [] }
  const steps = options.added ? [{ call: 'UpdateReceiptRule', sentence: '', params: { added: options.added } }] : []
  await db.owner.query(
    `INSERT INTO plan (region, status, reason, basis, target, steps, "createdAt", "settledAt")
     VALUES ('us-east-1', $1, 'A test.', '{}', $2, $3, now() - $4::interval, CASE WHEN $1 = 'applied' THEN now() - $4::interval END)`,
    [status, JSON.stringify({ rules: [rule], counts: {} }), JSON.stringify(steps), options.ago ?? '1 minute'],
  )
}
const detail = (id: string, tenant = ours, role: Role = 'viewer') => domainDetail({ ctx: tenant.as(role), input: { id } })

describe('a domain’s page', () => {
  it('says that all is well only where the rules that were applied have the domain too', async () => {
    const id = await insert()
    expect(await detail(id)).toMatchObject({ receiving: 'unapplied', sending: 'ready', waits: true })
    await plan('applied', ['shop.example'], { rule: 'legacy' })
    expect((await detail(id)).receiving).toBe('unapplied')
    await plan('waiting', ['shop.example'])
    expect((await detail(id)).receiving).toBe('unapplied')
    await plan('applied', ['shop.example'], { ago: '20 seconds' })
    expect(await detail(id)).toMatchObject({ receiving: 'receives', sending: 'ready', conflicts: [], next: undefined, waits: false })
    // A drift that was found since: SES has it no more.
    await plan('waiting', ['shop.example'], { added: ['shop.example'], ago: '5 seconds' })
    expect((await detail(id)).receiving).toBe('unapplied')
  })

  it('tells what was found, why, what to do first, and the names as the zone’s host wants them', async () => {
    await plan('applied', ['shop.example'])
    const wrong = states.map((s) => (s.purpose === 'mx' ? { purpose: 'mx', state: 'wrong', found: ['10 mx.old.example'], ttl: 3600 } : s))
    const id = await insert({ records: wrong, facts: { zone: 'shop.example', ns: ['ns-1.awsdns-01.com'], spf: { lookups: 9 }, mailFrom: { domain: 'm.shop.example', state: 'verified' } } })
    const page = await detail(id)
    expect(page).toMatchObject({ receiving: 'elsewhere', host: { name: 'Amazon Route 53' }, spfLookups: 9, foreignMailFrom: 'm.shop.example', waits: true })
    expect(page.next).toMatchObject({ purpose: 'mx', nameAtHost: 'shop.example', ttl: 3600, why: { key: 'mxElsewhere', params: { found: 'mx.old.example' } }, do: { key: 'replaceMx' } })
    expect(page.conflicts.map((c) => c.key)).toEqual(['foreignMailFrom'])
    expect(JSON.stringify(page)).not.toContain('"token"')
  })

  it('of a claim that nobody looked at says so', async () => {
    const page = await detail(await insert({ status: 'pending', records: [], checked: null }))
    expect(page).toMatchObject({ receiving: 'waiting', sending: 'waiting', checkedAt: null, waits: true })
    expect(new Set(page.records.map((r) => r.why?.key))).toEqual(new Set(['unchecked']))
  })

  it('is no other tenant’s', async () => {
    const id = await insert()
    for (const [tenant, asked] of [[theirs, id], [ours, 'x']] as const) await expect(detail(asked, tenant)).rejects.toMatchObject({ code: 'not_found' })
    expect((await domainDetails({ ctx: theirs.as('viewer'), input: {} })).data).toEqual([])
  })
})

it('the list has each domain with what its page says, newest first', async () => {
  await plan('applied', ['b.example'])
  await insert({ name: 'a.example' })
  await insert({ name: 'b.example' })
  const { data } = await domainDetails({ ctx: ours.as('viewer'), input: {} })
  expect(data.map((d) => [d.name, d.receiving])).toEqual([['b.example', 'receives'], ['a.example', 'unapplied']])
})

it('the name that each tenant is given takes mail once its entry was applied', async () => {
  const ctx = ours.as('viewer')
  expect(await givenReceiving({ ctx })).toBe('unapplied')
  await plan('applied', ['.post.test'])
  expect(await givenReceiving({ ctx })).toBe('receives')
})

describe('an open page', () => {
  const watch = (id: string, tenant = ours) => watchDomain({ ctx: tenant.as('viewer'), input: { id } })
  const jobs = async () => (await db.owner.query(`SELECT data->>'id' AS id FROM pgboss.job WHERE name = 'domain-check'`)).rows.map((r) => r.id)

  it('has the domain looked at, once however often it asks, and is told of the last look', async () => {
    const id = await insert({ checked: null })
    expect(await watch(id)).toEqual({ checkedAt: null })
    await watch(id)
    expect(await jobs()).toEqual([id])
  })

  it('waits while a look was just made, or many of the tenant’s were', async () => {
    const fresh = await insert({ checked: '1 second' })
    expect((await watch(fresh)).checkedAt).toMatch(/^\d{4}-.*Z$/)
    for (const name of ['a', 'b', 'c']) await insert({ name: `${name}.example`, checked: '1 second' })
    await watch(await insert({ name: 'd.example' }))
    expect(await jobs()).toEqual([])
  })

  it('of another tenant gets nothing done', async () => {
    await expect(watch(await insert(), theirs)).rejects.toMatchObject({ code: 'not_found' })
    expect(await jobs()).toEqual([])
  })
})
