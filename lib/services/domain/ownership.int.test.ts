import { DescribeActiveReceiptRuleSetCommand, GetIdentityDkimAttributesCommand, GetIdentityMailFromDomainAttributesCommand, ListIdentitiesCommand, SetIdentityMailFromDomainCommand, VerifyDomainDkimCommand, VerifyDomainIdentityCommand } from '@aws-sdk/client-ses'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { config } from '@/lib/config'
import type { TenantContext } from '@/lib/core/access/actor'
import type { Role } from '@/lib/core/access/matrix'
import { unseal } from '@/lib/core/account/seal'
import { said } from '@/lib/core/rules/why'
import { Started } from '@/lib/local/aws/started.fixture'
import { route } from '@/lib/pipeline/route'
import { setUpReceiving } from '@/lib/services/platform/setup'
import { applyPlan } from '@/lib/services/sync/apply-plan'
import { makePlan } from '@/lib/services/sync/make-plan'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeTenant, type TestTenant } from '@/lib/testing/tenants'
import type { DomainAnswer } from './answer'
import { check, checkDomain } from './check'
import { claimDomain } from './claim'
import { answerConsent } from './consent/answer'
import { listConsents } from './consent/list'
import { expireClaims } from './expire'
import { getDomain } from './get'
import { watchIdentities } from './identities'
import { deleteUnwanted } from './identity'
import { removeDomain } from './remove'

// Whose a domain is: take-over by fresh proof, consent for names below another's, the end of claims, grace, and identities of others at SES.
let aws: Started
let db: TestDatabase
let a: TestTenant
let b: TestTenant
let c: TestTenant
let n = 0
let name: string

beforeAll(async () => {
  aws = await Started.open()
  process.env['LOCAL_AWS_PORT'] = new URL(aws.aws.endpoint).port
  process.env['DNS_SERVERS'] = `127.0.0.1:${aws.aws.dns.port}`
  process.env['POSTROOM_DOMAIN'] = 'post.test'
  db = await createTestDatabase()
  db.become('web')
  ;[a, b, c] = [await makeTenant(db), await makeTenant(db), await makeTenant(db)]
  db.become('worker')
  await setUpReceiving({ webhookUrl: 'http://127.0.0.1:9/api/webhooks/sns', callsPerSecond: 1000 })
})
afterAll(async () => {
  await db.drop()
  await aws.close()
})
beforeEach(async () => {
  db.become('web')
  name = `own${n++}.test`
  await db.owner.query('DELETE FROM pgboss.job; DELETE FROM product_mail')
})

const as = (tenant: TestTenant, role: Role = 'admin'): TenantContext => ({ ...tenant.as(role), ip: '192.0.2.7' })
const claim = (tenant: TestTenant, of = name) => claimDomain({ ctx: as(tenant), input: { name: of } })
const look = (tenant: TestTenant, { id }: { id: string }) => check({ ctx: as(tenant), input: { id } })
const get = (tenant: TestTenant, { id }: { id: string }) => getDomain({ ctx: as(tenant), input: { id } })
const proofOf = (domain: DomainAnswer) => domain.records[0]!.value
const prove = (...domains: DomainAnswer[]) => aws.setDns(`_postroom.${domains[0]!.name}`, 'TXT', domains.map(proofOf))
const putDkim = async (domain: DomainAnswer) => {
  for (const r of domain.records) if (r.purpose.startsWith('dkim')) await aws.setDns(r.name, r.type, [r.value])
}
const own = async (tenant: TestTenant, of = name) => {
  const domain = await claim(tenant, of)
  await prove(domain)
  await putDkim(domain)
  expect((await look(tenant, domain)).status).toBe('verified')
  return domain
}
const audit = async (tenant: TestTenant, id: string) =>
  (await db.owner.query('SELECT verb, "actorKind", "actorId", ip, after::text AS after FROM audit WHERE "tenantId" = $1 AND "targetId" = $2 ORDER BY at, verb', [tenant.id, id])).rows as { verb: string; actorKind: string; actorId: string; ip: string | null; after: string }[]
const verbs = async (tenant: TestTenant, id: string) => (await audit(tenant, id)).map((r) => r.verb)
const mails = async () =>
  (await db.owner.query<{ id: string; kind: string; recipient: string; content: Buffer }>('SELECT id, kind, recipient, content FROM product_mail ORDER BY "createdAt", kind')).rows.map((m) => ({
    kind: m.kind,
    to: m.recipient,
    text: unseal(config().deriveKey('product mail'), m.id, m.content)!,
  }))
const addressOf = async (tenant: TestTenant) => (await db.owner.query<{ email: string }>('SELECT email FROM "user" WHERE id = $1', [tenant.userId])).rows[0]!.email
const plansAsked = async () => (await db.owner.query<{ reason: string }>(`SELECT data ->> 'reason' AS reason FROM pgboss.job WHERE name = 'sync-plan'`)).rows.map((r) => r.reason)
const routed = async (address: string) => {
  db.become('worker')
  const { tenants } = await route([address])
  db.become('web')
  return [...tenants.keys()]
}
const anything = (words: TestTenant) => new RegExp(`${words.id}|${words.slug}|${words.userId}|192\\.0\\.2\\.7`)

describe('another tenant’s fresh proof', () => {
  it('moves the domain where the owner’s proof is gone: with notice, audit on both sides, a plan, and the mail', async () => {
    const old = await own(a)
    const fresh = await claim(b)
    expect(await routed(`x@${name}`)).toEqual([a.id])
    await prove(fresh)
    await db.owner.query('DELETE FROM pgboss.job')
    expect(await look(b, fresh)).toMatchObject({ status: 'verified', notice: null, expiresAt: null })
    expect(await routed(`x@${name}`)).toEqual([b.id])
    expect(await plansAsked()).toEqual(['domainMoved'])

    const lost = await get(a, old)
    expect(lost).toMatchObject({ status: 'pending', lostAt: expect.any(String), notice: expect.stringContaining('Another tenant has proved this domain'), expiresAt: expect.any(String) })
    expect(proofOf(lost)).not.toBe(proofOf(old))
    expect(await verbs(a, old.id)).toEqual(['domain.claim', 'domain.verified', 'domain.lost'])
    expect(await verbs(b, fresh.id)).toEqual(['domain.claim', 'domain.verified'])
    const [told, ...more] = await mails()
    expect([told?.kind, told?.to, more]).toEqual(['domainTaken', await addressOf(a), []])
    // Neither side learns who the other is.
    const shown = JSON.stringify([lost, told, (await audit(a, old.id)).filter((r) => r.verb === 'domain.lost')])
    expect(shown).not.toMatch(anything(b))
    expect(JSON.stringify([await get(b, fresh), (await audit(b, fresh.id)).at(-1)])).not.toMatch(new RegExp(`${a.id}|${a.slug}`))
  })

  it('does nothing while the owner’s proof stands beside it, and the old token wins nothing back', async () => {
    const old = await own(a)
    const fresh = await claim(b)
    await prove(old, fresh)
    expect(await look(b, fresh)).toMatchObject({ status: 'pending', notice: expect.stringContaining('whose proof stands beside yours') })
    // The owner was seen after the token was issued: a cache could tell of a time before, so the proof has to stand for its TTL (a second here).
    await look(a, old)
    await prove(fresh)
    expect((await look(b, fresh)).status).toBe('verified')
    await prove(old)
    expect(await look(a, old)).toMatchObject({ status: 'pending' })
    expect(await routed(`x@${name}`)).toEqual([b.id])
    // With the new token the old owner is a claimant like any other.
    const again = await get(a, old)
    await prove(again)
    expect((await look(a, old)).status).toBe('verified')
  })

  it('is nothing without the tenant’s own token: not an older tenant’s, not the owner’s failing', async () => {
    const old = await own(a)
    const fresh = await claim(b)
    await aws.setDns(`_postroom.${name}`, 'TXT', [])
    expect((await look(a, old)).status).toBe('failing')
    expect((await look(b, fresh)).status).toBe('pending')
    await aws.setDns(`_postroom.${name}`, 'TXT', ['pr=0123456789abcdef0123456789abcdef', proofOf(fresh).slice(0, -1)])
    expect((await look(b, fresh)).status).toBe('pending')
    expect(await routed(`x@${name}`)).toEqual([a.id])
  })

  it('of two who prove an owned, or a free, name at once one gets it, and the old owner is told once', async () => {
    for (const owned of [true, false]) {
      name = `race${n++}.test`
      await db.owner.query('DELETE FROM product_mail')
      if (owned) await own(a)
      const claims = [await claim(b), await claim(c)] as const
      await prove(...claims)
      await putDkim(claims[0])
      const both = await Promise.all([look(b, claims[0]), look(c, claims[1])])
      expect(both.map((d) => d.status).sort()).toEqual(['pending', 'verified'])
      const loser = both.find((d) => d.status === 'pending')!
      expect(loser.notice).toContain('whose proof stands beside yours')
      const { rows } = await db.owner.query(`SELECT count(*)::int AS n FROM domain WHERE name = $1 AND status <> 'pending'`, [name])
      expect(rows[0].n).toBe(1)
      expect((await mails()).map((m) => m.kind)).toEqual(owned ? ['domainTaken'] : [])
    }
  })

  it('takes off at SES what was set there for the old owner, and nothing else', async () => {
    const old = await own(a)
    await db.owner.query(`UPDATE domain SET "mailFrom" = $2, "mailFromOurs" = ARRAY[$2] WHERE id = $1`, [old.id, `bounce.${name}`])
    const ses = aws.ses()
    const atSes = async () => (await ses.send(new GetIdentityMailFromDomainAttributesCommand({ Identities: [name] }))).MailFromDomainAttributes?.[name]?.MailFromDomain
    await ses.send(new SetIdentityMailFromDomainCommand({ Identity: name, MailFromDomain: `bounce.${name}` }))
    const fresh = await claim(b)
    await prove(fresh)
    await look(b, fresh)
    expect(await look(b, fresh)).toMatchObject({ status: 'verified', mailFrom: null })
    expect(await atSes()).toBeUndefined()
    await ses.send(new SetIdentityMailFromDomainCommand({ Identity: name, MailFromDomain: `foreign.${name}` }))
    expect(await look(b, fresh)).toMatchObject({ foreignMailFrom: `foreign.${name}` })
    expect(await atSes()).toBe(`foreign.${name}`)
  })
})

describe('a name below another tenant’s domain', () => {
  const below = async (tenant: TestTenant, label = 'mail') => {
    const domain = await claim(tenant, `${label}.${name}`)
    await putDkim(domain)
    return domain
  }
  const answer = (tenant: TestTenant, parent: { id: string }, consentId: string, given: string, role: Role = 'admin') =>
    answerConsent({ ctx: as(tenant, role), input: { id: parent.id, consentId, answer: given } })

  it('needs its own proof first, then the owner’s consent, which can be taken back; neither learns who the other is', async () => {
    const parent = await own(a)
    const sub = await below(b)
    expect(await look(b, sub)).toMatchObject({ status: 'pending', consent: null })
    expect(await listConsents({ ctx: as(a), input: { id: parent.id } })).toEqual([])
    await prove(sub)
    const waits = await look(b, sub)
    expect(waits).toMatchObject({ status: 'pending', consent: 'asked', notice: expect.stringContaining('asked for consent') })
    await look(b, sub)
    const [request, ...more] = await listConsents({ ctx: as(a, 'viewer'), input: { id: parent.id } })
    expect([request, more]).toEqual([{ id: expect.any(String), name: sub.name, record: { type: 'TXT', name: `_postroom.${sub.name}`, value: proofOf(sub) }, state: 'asked', askedAt: expect.any(String), answeredAt: null }, []])
    const asked = await mails()
    expect(asked.map((m) => [m.kind, m.to])).toEqual([['consentAsked', await addressOf(a)]])
    expect(JSON.stringify([request, asked, await audit(a, parent.id)])).not.toMatch(new RegExp(`${b.id}|${b.slug}|${b.userId}`))
    expect(JSON.stringify([waits, await audit(b, sub.id)])).not.toMatch(new RegExp(`${a.id}|${a.slug}|${a.userId}`))

    await expect(answer(a, parent, request!.id, 'grant', 'member')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(answer(b, parent, request!.id, 'grant')).rejects.toMatchObject({ code: 'not_found' })
    await expect(answer(b, sub, request!.id, 'grant')).rejects.toMatchObject({ code: 'not_found' })
    await expect(answer(a, parent, request!.id, 'withdraw')).rejects.toMatchObject({ code: 'conflict' })
    expect((await look(b, sub)).status).toBe('pending')
    expect(await answer(a, parent, request!.id, 'grant')).toMatchObject({ state: 'granted' })
    expect(await look(b, sub)).toMatchObject({ status: 'verified', consent: 'granted' })

    await answer(a, parent, request!.id, 'withdraw')
    expect(await look(b, sub)).toMatchObject({ status: 'failing', consent: 'withdrawn', graceUntil: expect.any(String) })
    expect(await routed(`x@${sub.name}`)).toEqual([b.id])
    await answer(a, parent, request!.id, 'grant')
    expect((await look(b, sub)).status).toBe('verified')
    expect((await verbs(a, parent.id)).slice(-4)).toEqual(['domain.consentAsked', 'domain.consentGrant', 'domain.consentWithdraw', 'domain.consentGrant'])
    expect((await verbs(b, sub.id)).filter((v) => v === 'domain.consent')).toHaveLength(3)
    expect((await mails()).filter((m) => m.to === asked[0]!.to)).toHaveLength(1)
  })

  it('once refused stays refused for a claim made anew, without another mail; the owner can think again', async () => {
    const parent = await own(a)
    const first = await below(b)
    await prove(first)
    await look(b, first)
    const [request] = await listConsents({ ctx: as(a), input: { id: parent.id } })
    await answer(a, parent, request!.id, 'refuse')
    expect(await get(b, first)).toMatchObject({ status: 'pending', consent: 'refused' })
    await removeDomain({ ctx: as(b), input: { id: first.id } })
    await db.owner.query('DELETE FROM product_mail')
    const second = await below(b)
    await prove(second)
    expect(await look(b, second)).toMatchObject({ status: 'pending', consent: 'refused' })
    expect(await mails()).toEqual([])
    await answer(a, parent, request!.id, 'grant')
    expect((await look(b, second)).status).toBe('verified')
  })

  it('is free within one tenant, and stays with its owner when another proves the domain above later', async () => {
    const parent = await own(a)
    const mine = await below(a, 'mine')
    await prove(mine)
    expect(await look(a, mine)).toMatchObject({ status: 'verified', consent: null })
    // c takes the parent over: what lies below is not asked for, and stays.
    const above = await claim(c)
    await prove(above)
    expect((await look(c, above)).status).toBe('verified')
    expect((await look(a, mine)).status).toBe('verified')
    expect(await routed(`x@${mine.name}`)).toEqual([a.id])
    expect(await listConsents({ ctx: as(c), input: { id: above.id } })).toEqual([])
    await expect(listConsents({ ctx: as(a), input: { id: above.id } })).rejects.toMatchObject({ code: 'not_found' })
    expect((await get(a, parent)).status).toBe('pending')
  })

  it('needs no consent any more where the owner of the domain above gave it up; a request goes with its claim', async () => {
    const parent = await own(a)
    const [sub, other] = [await below(b), await below(b, 'other')]
    await prove(sub)
    await prove(other)
    await look(b, sub)
    await look(b, other)
    await removeDomain({ ctx: as(b), input: { id: other.id } })
    expect((await listConsents({ ctx: as(a), input: { id: parent.id } })).map((r) => r.name)).toEqual([sub.name])
    await removeDomain({ ctx: as(a), input: { id: parent.id } })
    expect((await look(b, sub)).status).toBe('verified')
    const { rows } = await db.owner.query('SELECT 1 FROM domain_consent WHERE "domainId" = $1', [parent.id])
    expect(rows).toEqual([])
  })
})

describe('time', () => {
  const age = (id: string, column: string, hours: number) => db.owner.query(`UPDATE domain SET "${column}" = now() - make_interval(hours => $2) WHERE id = $1`, [id, hours])
  const job = async (tenant: TestTenant, { id }: { id: string }) => {
    db.become('worker')
    await checkDomain({ tenantId: tenant.id, id })
    db.become('web')
  }
  const entries = async () => {
    db.become('worker')
    const plan = await makePlan({ reason: said('regularLook') })
    if (plan.status === 'ready') await applyPlan({ planId: plan.id })
    db.become('web')
    const { Rules = [] } = await aws.ses().send(new DescribeActiveReceiptRuleSetCommand({}))
    return Rules.flatMap((r) => r.Recipients ?? [])
  }

  it('ends a claim after 14 days, by the job, with one mail; another tenant’s claim of the name stays', async () => {
    const [mine, theirs] = [await claim(a), await claim(b)]
    const days = (Date.parse(mine.expiresAt!) - Date.parse(mine.createdAt)) / 86_400_000
    expect(Math.round(days * 100) / 100).toBe(14)
    await age(mine.id, 'expiresAt', 1)
    db.become('worker')
    expect(await expireClaims()).toBe(1)
    expect(await expireClaims()).toBe(0)
    db.become('web')
    await expect(get(a, mine)).rejects.toMatchObject({ code: 'not_found' })
    expect((await get(b, theirs)).status).toBe('pending')
    expect((await mails()).map((m) => [m.kind, m.to])).toEqual([['domainExpired', await addressOf(a)]])
    expect((await audit(a, mine.id)).at(-1)).toMatchObject({ verb: 'domain.expire', actorKind: 'job', actorId: 'domain-expiry' })
  })

  it('does not end what was proved', async () => {
    const mine = await own(a)
    await age(mine.id, 'expiresAt', 1)
    db.become('worker')
    expect(await expireClaims()).toBe(0)
  })

  it('gives a failing domain 72 hours, tells when they begin and end and when all is well, and takes its entry from SES between', async () => {
    const mine = await own(a)
    expect(await entries()).toContain(name)
    await db.owner.query('DELETE FROM product_mail; DELETE FROM pgboss.job')
    await aws.setDns(`_postroom.${name}`, 'TXT', [])
    await job(a, mine)
    const failing = await get(a, mine)
    expect(failing).toMatchObject({ status: 'failing', lapsedAt: null, notice: expect.stringContaining('Mail is still taken until') })
    const grace = Date.parse(failing.graceUntil!) - Date.now()
    expect(Math.round(grace / 3_600_000)).toBe(72)
    await job(a, mine)
    expect((await mails()).map((m) => m.kind)).toEqual(['domainFailing'])
    expect(await entries()).toContain(name)

    await age(mine.id, 'failingAt', 73)
    await job(a, mine)
    expect(await get(a, mine)).toMatchObject({ status: 'failing', lapsedAt: expect.any(String), graceUntil: null })
    expect(await plansAsked()).toEqual(['domainLapsed'])
    expect(await entries()).not.toContain(name)
    // What SES took before is its owner's still.
    expect(await routed(`x@${name}`)).toEqual([a.id])
    await job(a, mine)
    expect((await mails()).map((m) => m.kind)).toEqual(['domainFailing', 'domainLapsed'])

    await prove(mine)
    await db.owner.query('DELETE FROM pgboss.job')
    await job(a, mine)
    expect(await get(a, mine)).toMatchObject({ status: 'verified', lapsedAt: null, notice: null })
    expect(await plansAsked()).toEqual(['domainRecovered'])
    expect(await entries()).toContain(name)
    expect((await mails()).map((m) => m.kind)).toEqual(['domainFailing', 'domainLapsed', 'domainRecovered'])
    expect(await verbs(a, mine.id)).toEqual(['domain.claim', 'domain.verified', 'domain.failing', 'domain.lapse', 'domain.verified'])
  })

  it('tells of a domain that comes and goes once a day', async () => {
    const mine = await own(a)
    for (let i = 0; i < 3; i++) {
      await aws.setDns(`_postroom.${name}`, 'TXT', [])
      await job(a, mine)
      await prove(mine)
      await job(a, mine)
    }
    expect((await mails()).map((m) => m.kind)).toEqual(['domainFailing', 'domainRecovered'])
  })
})

describe('an identity that SES had before', () => {
  const dkimAtSes = async () => (await aws.ses().send(new GetIdentityDkimAttributesCommand({ Identities: [name] }))).DkimAttributes?.[name]
  const names = async () => (await aws.ses().send(new ListIdentitiesCommand({ IdentityType: 'Domain' }))).Identities ?? []

  it('is not touched before the proof, keeps its DKIM and MAIL FROM after it, and stays when the domain goes', async () => {
    const ses = aws.ses()
    const { VerificationToken = '' } = await ses.send(new VerifyDomainIdentityCommand({ Domain: name }))
    await aws.setDns(`_amazonses.${name}`, 'TXT', [VerificationToken])
    const before = await dkimAtSes()
    const mine = await claim(a)
    expect(mine.records.map((r) => r.purpose)).toEqual(['ownership', 'mx', 'spf', 'dmarc'])
    expect((await look(a, mine)).status).toBe('pending')
    expect(await dkimAtSes()).toEqual(before)
    await ses.send(new SetIdentityMailFromDomainCommand({ Identity: name, MailFromDomain: `old.${name}` }))
    await prove(mine)
    expect((await look(a, mine)).status).toBe('verified')
    const adopted = await look(a, mine)
    expect(adopted).toMatchObject({ status: 'verified', adopted: true, foreignMailFrom: `old.${name}` })
    expect(adopted.records.filter((r) => r.purpose.startsWith('dkim'))).toHaveLength(3)

    await db.owner.query('DELETE FROM pgboss.job')
    await removeDomain({ ctx: as(a), input: { id: mine.id } })
    const { rows } = await db.owner.query<{ data: object; later: boolean }>(`SELECT data, start_after > now() + interval '23 hours' AS later FROM pgboss.job WHERE name = 'identity'`)
    expect(rows).toEqual([{ data: { name }, later: true }])
    db.become('worker')
    expect(await deleteUnwanted(name, false)).toMatch(/^kept: it was not made here/)
    expect(await names()).toContain(name)
    expect(await deleteUnwanted(name, true)).toBe('deleted')
    expect(await names()).not.toContain(name)
  })

  it('with DKIM of its own keeps those selectors; one that was made here goes with the last claim of it', async () => {
    const { DkimTokens } = await aws.ses().send(new VerifyDomainDkimCommand({ Domain: name }))
    const mine = await claim(a)
    await putDkim(mine)
    await prove(mine)
    expect(await look(a, mine)).toMatchObject({ status: 'verified', adopted: true })
    expect((await dkimAtSes())?.DkimTokens).toEqual(DkimTokens)

    name = `made${n++}.test`
    const [first, second] = [await claim(a), await claim(b)]
    expect(await get(a, first)).toMatchObject({ adopted: false })
    await removeDomain({ ctx: as(a), input: { id: first.id } })
    db.become('worker')
    expect(await deleteUnwanted(name, false)).toMatch(/^kept: it is claimed/)
    db.become('web')
    await removeDomain({ ctx: as(b), input: { id: second.id } })
    db.become('worker')
    expect(await deleteUnwanted(name, false)).toBe('deleted')
  })
})

it('SES’s limit of identities is said as such at a claim, and told to the operators before it comes', async () => {
  db.become('worker')
  const count = await watchIdentities()
  expect(count).toBeGreaterThan(0)
  expect(await mails()).toEqual([])
  await db.owner.query('UPDATE "user" SET "isOperator" = id = $1', [c.userId])
  await watchIdentities(count)
  await watchIdentities(count)
  expect((await mails()).map((m) => [m.kind, m.to])).toEqual([['identitiesNear', await addressOf(c)]])
  db.become('web')
  const counted = (value: number) => db.owner.query(`UPDATE platform_setting SET value = jsonb_set(value, '{count}', $1) WHERE key = 'identities'`, [JSON.stringify(value)])
  await counted(9998)
  await claim(a)
  name = `full${n++}.test`
  await claim(a)
  name = `full${n++}.test`
  await expect(claim(a)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('nothing is wrong on your side'), problems: [{ path: ['name'], code: 'identities' }] })
  // A name that has its identity takes none.
  name = `full${n - 2}.test`
  expect((await claim(b)).status).toBe('pending')
})
