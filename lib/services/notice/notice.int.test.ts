import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { config } from '@/lib/config'
import { unseal } from '@/lib/core/account/seal'
import { inPlatform, inTenant } from '@/lib/db/tenant'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeTenant, makeUser, type TestTenant } from '@/lib/testing/tenants'
import { changeNoticeChoice, readNoticeChoices } from './choice'
import { mailMembers } from './mail-members'
import { mailOperators } from './mail-operators'
import { findStop, stopNotice } from './stop'

let db: TestDatabase
let ours: TestTenant
let theirs: TestTenant

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
  ours = await makeTenant(db)
  theirs = await makeTenant(db)
  const join = async (role: string, locale: string, disabled = false) => {
    const id = await makeUser(db)
    await db.owner.query(`UPDATE "user" SET email = $2 || '@ours.example', locale = $3, "disabledAt" = CASE WHEN $4 THEN now() END WHERE id = $1`, [id, role + (disabled ? '-off' : ''), locale, disabled])
    await db.owner.query('INSERT INTO membership ("tenantId", "userId", role) VALUES ($1, $2, $3)', [ours.id, id, role])
  }
  await db.owner.query(`UPDATE "user" SET email = 'owner@ours.example' WHERE id = $1`, [ours.userId])
  await join('admin', 'ja')
  await join('admin', 'en', true)
  await join('member', 'en')
})
afterAll(() => db.drop())
beforeEach(() => db.owner.query('DELETE FROM product_mail'))

const expired = (tenantId: string, who: Parameters<typeof mailMembers>[1]['who'] = 'admins'): Parameters<typeof mailMembers>[1] => ({
  tenantId,
  kind: 'domainExpired',
  who,
  words: (t, tenant) => ({
    subject: t('domainExpired.subject', { name: 'shop.example' }),
    paragraphs: [t('domainExpired.do')],
    link: { label: t('domainExpired.link'), url: tenant.at('/domains') },
  }),
})
const queued = async () => {
  const { rows } = await db.owner.query<{ id: string; kind: string; recipient: string; content: Buffer }>('SELECT id, kind, recipient, content FROM product_mail ORDER BY recipient')
  return rows.map(({ id, kind, recipient, content }) => ({ kind, recipient, ...(JSON.parse(unseal(config().deriveKey('product mail'), id, content)!) as { locale: string; subject: string; link: { url: string } }) }))
}

describe.each(['web', 'worker'] as const)('as the %s', (role) => {
  beforeEach(() => db.become(role))

  it('tells owners and admins, each in the own language, not members nor who was shut out', async () => {
    expect(await inTenant(ours.id, (tx) => mailMembers(tx, expired(ours.id)))).toBe(2)
    expect((await queued()).map(({ kind, recipient, locale, subject, link }) => [kind, recipient, locale, subject, link.url])).toEqual([
      ['domainExpired', 'admin@ours.example', 'ja', 'shop.example: 登録の期限が切れました', `${config().url}/t/${ours.slug}/domains`],
      ['domainExpired', 'owner@ours.example', 'en', 'shop.example: the claim has expired', `${config().url}/t/${ours.slug}/domains`],
    ])
  })

  it('tells owners alone, or one member, never somebody of another tenant', async () => {
    expect(await inTenant(ours.id, (tx) => mailMembers(tx, expired(ours.id, 'owners')))).toBe(1)
    expect(await inTenant(ours.id, (tx) => mailMembers(tx, expired(ours.id, { userId: ours.userId })))).toBe(1)
    expect(await inTenant(ours.id, (tx) => mailMembers(tx, expired(ours.id, { userId: theirs.userId })))).toBe(0)
  })

  it('does so from another tenant\'s transaction, which then sees its own rows alone again', async () => {
    const seen = await inTenant(theirs.id, async (tx) => {
      await mailMembers(tx, expired(ours.id))
      return tx.membership.findMany({ select: { tenantId: true } })
    })
    expect(seen).toEqual([{ tenantId: theirs.id }])
    expect(await inPlatform((tx) => mailMembers(tx, expired(ours.id)))).toBe(2)
    expect((await queued()).length).toBe(4)
  })

  it('says nothing where the cause does not stand', async () => {
    const failed = inTenant(ours.id, async (tx) => {
      await mailMembers(tx, expired(ours.id))
      throw new Error('the cause failed')
    })
    await expect(failed).rejects.toThrow('the cause failed')
    expect(await queued()).toEqual([])
  })

  it('tells every operator', async () => {
    await db.owner.query('UPDATE "user" SET "isOperator" = id = $1', [theirs.userId])
    const told = await inPlatform((tx) => mailOperators(tx, { kind: 'identitiesNear', words: (t) => ({ subject: t('domainExpired.link'), paragraphs: ['x'] }) }))
    expect([told, (await queued()).length]).toEqual([1, 1])
  })
})

describe('what a reader wants', () => {
  const owner = () => ({ actor: { kind: 'user' as const, id: ours.userId } })
  const recipients = async () => (await queued()).map((m) => m.recipient)
  const links = async () => (await queued()).map((m) => (m as unknown as { unsubscribe?: { url: string } }).unsubscribe?.url)
  const on = async (...kinds: string[]) => changeNoticeChoice({ ctx: owner(), input: { slug: ours.slug, on: kinds as never } })
  const all = async () => (await readNoticeChoices({ ctx: owner() })).find((c) => c.tenant?.slug === ours.slug)!.kinds
  beforeEach(async () => {
    db.become('web')
    await db.owner.query(`UPDATE membership SET "noticesOff" = '{}'; UPDATE "user" SET "noticesOff" = '{}', "isOperator" = false; DELETE FROM audit; DELETE FROM operator_audit`)
  })

  it('a kind that was switched off makes no mail for that member, in this tenant; others get it, and so does he what always comes', async () => {
    await db.owner.query('INSERT INTO membership ("tenantId", "userId", role) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [theirs.id, ours.userId, 'admin'])
    await on('domainRecovered')
    expect((await all()).filter((k) => k.on && !k.always).map((k) => k.kind)).toEqual(['domainRecovered'])
    db.become('worker')
    expect(await inTenant(ours.id, (tx) => mailMembers(tx, expired(ours.id)))).toBe(1)
    expect(await recipients()).toEqual(['admin@ours.example'])
    expect(await inTenant(ours.id, (tx) => mailMembers(tx, { ...expired(ours.id, 'owners'), kind: 'domainTaken' }))).toBe(1)
    expect(await inTenant(theirs.id, (tx) => mailMembers(tx, expired(theirs.id)))).toBe(2)
    await db.owner.query('DELETE FROM membership WHERE "tenantId" = $1 AND "userId" = $2', [theirs.id, ours.userId])
  })

  it('is in the audit, and nobody chooses for a tenant that is not his', async () => {
    await on('domainExpired')
    const { rows } = await db.owner.query(`SELECT "actorId", before, after FROM audit WHERE verb = 'member.changeNotices'`)
    expect(rows).toEqual([{ actorId: ours.userId, before: { off: [] }, after: { off: expect.arrayContaining(['domainRecovered']) } }])
    for (const slug of [theirs.slug, 'nobody', undefined]) await expect(changeNoticeChoice({ ctx: owner(), input: { slug, on: [] } })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('the link of a mail ends its kind for its reader, once and again; mail that always comes has none', async () => {
    await inTenant(ours.id, (tx) => mailMembers(tx, expired(ours.id)))
    await inTenant(ours.id, (tx) => mailMembers(tx, { ...expired(ours.id), kind: 'domainTaken' }))
    const urls = (await links()).filter((url) => url !== undefined)
    expect(urls).toHaveLength(2)
    const tokens = urls.map((url) => new URL(url).pathname.split('/').at(-1)!)
    const found = await Promise.all(tokens.map(findStop))
    expect(found[0]).toMatchObject({ tenantId: ours.id, tenant: 'A tenant', kind: 'domainExpired' })
    expect((await all()).find((k) => k.kind === 'domainExpired')!.on).toBe(true)
    const token = tokens[found.findIndex((f) => f?.userId === ours.userId)]!
    await stopNotice({ token, ip: '192.0.2.1' })
    await stopNotice({ token })
    expect((await all()).find((k) => k.kind === 'domainExpired')!.on).toBe(false)
    expect((await db.owner.query(`SELECT host(ip::inet) AS ip FROM audit WHERE verb = 'member.changeNotices'`)).rows).toEqual([{ ip: '192.0.2.1' }])
    await db.owner.query('DELETE FROM product_mail')
    expect(await inTenant(ours.id, (tx) => mailMembers(tx, expired(ours.id)))).toBe(1)
    await expect(stopNotice({ token: `${token}x` })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('an operator as well, and of the master key he is always told', async () => {
    await db.owner.query('UPDATE "user" SET "isOperator" = true WHERE id = $1', [ours.userId])
    await changeNoticeChoice({ ctx: owner(), input: { on: [] } })
    const mail = (kind: 'identitiesNear' | 'keyRotated') => inPlatform((tx) => mailOperators(tx, { kind, words: () => ({ subject: 'x', paragraphs: ['x'] }) }))
    expect([await mail('identitiesNear'), await mail('keyRotated')]).toEqual([0, 1])
  })
})
