import { GetIdentityMailFromDomainAttributesCommand, SetIdentityMailFromDomainCommand } from '@aws-sdk/client-ses'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TenantContext } from '@/lib/core/access/actor'
import type { Role } from '@/lib/core/access/matrix'
import { Started } from '@/lib/local/aws/started.fixture'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { check, checkDomain } from './check'
import { checkDueDomains } from './check-due'
import { claimDomain } from './claim'
import { clearMailFrom } from './clear-mail-from'
import { getDomain } from './get'
import { removeDomain } from './remove'
import { setMailFrom } from './set-mail-from'

let aws: Started
let db: TestDatabase
const tenants: string[] = []
let n = 0
let name: string
let id: string

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

const as = (tenant: number, role: Role = 'admin'): TenantContext => ({ actor: { kind: 'user', id: 'u1' }, tenantId: tenants[tenant] ?? '', role })
/** As the worker's job. */
const look = async () => {
  db.become('worker')
  await checkDomain({ tenantId: tenants[0] ?? '', id })
  db.become('web')
}
const domain = () => getDomain({ ctx: as(0, 'viewer'), input: { id } })
const states = async () => Object.fromEntries((await domain()).records.filter((r) => r.purpose.startsWith('mailFrom')).map((r) => [r.purpose, r.state]))
const atSes = async () => (await aws.ses().send(new GetIdentityMailFromDomainAttributesCommand({ Identities: [name] }))).MailFromDomainAttributes?.[name]
const elsewhere = (MailFromDomain?: string) => aws.ses().send(new SetIdentityMailFromDomainCommand({ Identity: name, MailFromDomain }))
const audit = async () => (await db.owner.query(`SELECT verb, before, after FROM audit WHERE "targetId" = $1 AND verb LIKE '%MailFrom' ORDER BY at`, [id])).rows
const jobs = async () => (await db.owner.query(`SELECT data FROM pgboss.job WHERE name = 'domain-check'`)).rows
const set = (input: { domain?: string; onMxFailure?: 'default' | 'reject'; replace?: string } = {}, ctx = as(0)) => setMailFrom({ ctx, input: { id, domain: `bounce.${name}`, ...input } })

/** A verified domain of the first tenant. */
beforeEach(async () => {
  db.become('web')
  name = `m${n++}.test`
  const claimed = await claimDomain({ ctx: as(0), input: { name } })
  id = claimed.id
  for (const r of claimed.records) await aws.setDns(r.name, r.type, [r.value])
  expect((await check({ ctx: as(0), input: { id } })).status).toBe('verified')
  await db.owner.query('DELETE FROM pgboss.job')
})

describe('a MAIL FROM domain', () => {
  it('is asked for, set at SES by the check that follows, needs its two records, is in use with them, and is switched off again', async () => {
    const asked = await set({ domain: `Bounce.${name}.`, onMxFailure: 'reject' })
    expect(asked.mailFrom).toEqual({ domain: `bounce.${name}`, onMxFailure: 'reject', state: 'asked' })
    expect(await jobs()).toEqual([{ data: { tenantId: tenants[0], id } }])
    expect((await atSes())?.MailFromDomain).toBeUndefined()
    await look()
    expect(await atSes()).toEqual({ MailFromDomain: `bounce.${name}`, MailFromDomainStatus: 'Pending', BehaviorOnMXFailure: 'RejectMessage' })
    expect(await states()).toEqual({ mailFromMx: 'missing', mailFromSpf: 'missing' })
    expect((await domain()).mailFrom?.state).toBe('pending')
    for (const r of (await domain()).records.filter((r) => r.purpose.startsWith('mailFrom'))) await aws.setDns(r.name, r.type, [r.value])
    await look()
    expect(await states()).toEqual({ mailFromMx: 'found', mailFromSpf: 'found' })
    expect((await domain()).mailFrom?.state).toBe('verified')
    expect((await set({ domain: `mail.${name}` })).records.find((r) => r.purpose === 'mailFromMx')).toMatchObject({ name: `mail.${name}`, state: 'missing' })
    await look()
    expect(await atSes()).toMatchObject({ MailFromDomain: `mail.${name}`, BehaviorOnMXFailure: 'UseDefaultValue' })
    expect((await clearMailFrom({ ctx: as(0), input: { id } })).mailFrom).toBeNull()
    await clearMailFrom({ ctx: as(0), input: { id } })
    await look()
    expect((await atSes())?.MailFromDomain).toBeUndefined()
    expect(await domain()).toMatchObject({ mailFrom: null, foreignMailFrom: null })
    expect(await audit()).toEqual([
      { verb: 'domain.setMailFrom', before: { mailFrom: null }, after: { mailFrom: `bounce.${name}`, onMxFailure: 'reject' } },
      { verb: 'domain.setMailFrom', before: { mailFrom: `bounce.${name}`, onMxFailure: 'reject' }, after: { mailFrom: `mail.${name}`, onMxFailure: 'default' } },
      { verb: 'domain.clearMailFrom', before: { mailFrom: `mail.${name}`, onMxFailure: 'default' }, after: { mailFrom: null } },
    ])
  })

  it('is refused where it is no name below the domain, is a domain itself, or the domain is not proved', async () => {
    await claimDomain({ ctx: as(0), input: { name: `used.${name}` } })
    const wrong = { [`bounce.x${name}`]: 'below', [name]: 'below', 'a b': 'name', [`-a.${name}`]: 'name', [`used.${name}`]: 'used' }
    for (const [domain, code] of Object.entries(wrong)) await expect(set({ domain })).rejects.toMatchObject({ code: 'invalid', problems: [{ path: ['domain'], code }] })
    const { id: pending } = await claimDomain({ ctx: as(1), input: { name } })
    await expect(setMailFrom({ ctx: as(1), input: { id: pending, domain: `bounce.${name}` } })).rejects.toMatchObject({ code: 'conflict', problems: [{ code: 'pending' }] })
    expect(await audit()).toEqual([])
    expect(await jobs()).toEqual([])
  })

  it('is for owners and admins, and no other tenant’s', async () => {
    for (const verb of [set.bind(null, {}), (ctx: TenantContext) => clearMailFrom({ ctx, input: { id } })]) {
      for (const role of ['member', 'viewer'] as const) await expect(verb(as(0, role))).rejects.toMatchObject({ code: 'forbidden' })
      await expect(verb(as(1))).rejects.toMatchObject({ code: 'not_found' })
    }
    expect(await audit()).toEqual([])
  })

  it('that somebody else set is shown, left alone, and replaced only when that is said', async () => {
    await elsewhere(`theirs.${name}`)
    await look()
    expect(await domain()).toMatchObject({ mailFrom: null, foreignMailFrom: `theirs.${name}` })
    await expect(set()).rejects.toMatchObject({ code: 'conflict', problems: [{ path: ['replace'], code: 'foreign' }] })
    await expect(set({ replace: `other.${name}` })).rejects.toMatchObject({ code: 'conflict' })
    await set({ replace: `theirs.${name}` })
    await look()
    expect((await atSes())?.MailFromDomain).toBe(`bounce.${name}`)
    expect((await domain()).foreignMailFrom).toBeNull()
    // Changed there again: shown, and neither a check nor switching ours off touches it.
    await elsewhere(`third.${name}`)
    await look()
    expect(await domain()).toMatchObject({ mailFrom: { state: 'foreign' }, foreignMailFrom: `third.${name}` })
    await clearMailFrom({ ctx: as(0), input: { id } })
    await look()
    expect((await atSes())?.MailFromDomain).toBe(`third.${name}`)
    // Set there after the last look: the check that follows finds it, and leaves it.
    await elsewhere()
    await look()
    await set()
    await elsewhere(`fourth.${name}`)
    await look()
    expect((await atSes())?.MailFromDomain).toBe(`fourth.${name}`)
    expect((await domain()).mailFrom?.state).toBe('foreign')
  })

  it('that was taken off at SES is not put back unasked; the one that SES gave up is begun anew once its records stand', async () => {
    await set()
    await look()
    await elsewhere()
    await look()
    expect((await domain()).mailFrom?.state).toBe('gone')
    expect((await atSes())?.MailFromDomain).toBeUndefined()
    await set()
    await look()
    aws.aheadMs = 73 * 3_600_000
    await look()
    expect((await domain()).mailFrom?.state).toBe('failed')
    for (const r of (await domain()).records.filter((r) => r.purpose.startsWith('mailFrom'))) await aws.setDns(r.name, r.type, [r.value])
    await look()
    aws.aheadMs = 0
    expect((await domain()).mailFrom?.state).toBe('verified')
  })

  it('goes with the domain: the next owner does not begin with it', async () => {
    await set()
    await look()
    await removeDomain({ ctx: as(0), input: { id } })
    expect((await atSes())?.MailFromDomain).toBeUndefined()
  })

  it('survives a worker that dies between SES and the books, and a wish that came meanwhile', async () => {
    await set()
    // SES was told, the row was not: told again, the same.
    await elsewhere(`bounce.${name}`)
    await look()
    expect((await domain()).mailFrom?.state).toBe('pending')
    await set({ domain: `second.${name}` })
    // Another worker, late, puts back what was wanted before.
    await elsewhere(`bounce.${name}`)
    await look()
    expect((await atSes())?.MailFromDomain).toBe(`second.${name}`)
    expect((await domain()).mailFrom?.state).toBe('pending')
  })

  it('is told to SES each minute until that is done', async () => {
    await set()
    await db.owner.query('DELETE FROM pgboss.job')
    await db.owner.query(`UPDATE domain SET "checkedAt" = now() - interval '10 seconds'`)
    db.become('worker')
    expect(await checkDueDomains()).toBe(0)
    await db.owner.query(`UPDATE domain SET "checkedAt" = now() - interval '61 seconds' WHERE id = $1`, [id])
    expect(await checkDueDomains()).toBe(1)
  })
})
