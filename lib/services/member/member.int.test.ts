import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { unseal } from '@/lib/core/account/seal'
import type { TenantContext, UserContext } from '@/lib/core/access/actor'
import { roles, type Role } from '@/lib/core/access/matrix'
import { config } from '@/lib/config'
import { acceptInvitation } from '@/lib/services/invitation/accept'
import { declineByLink, declineInvitation } from '@/lib/services/invitation/decline'
import { findInvitation, invitationsOf } from '@/lib/services/invitation/find'
import { invite, resendInvitation } from '@/lib/services/invitation/invite'
import { joinByInvitation } from '@/lib/services/invitation/join'
import { listInvitations } from '@/lib/services/invitation/list'
import { withdrawInvitation } from '@/lib/services/invitation/withdraw'
import { getTenant } from '@/lib/services/tenant/get'
import { tenantsOfUser } from '@/lib/services/tenant/of-user'
import { renameTenant } from '@/lib/services/tenant/rename'
import { transferTenant } from '@/lib/services/tenant/transfer'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeTenant, makeUser, type TestTenant } from '@/lib/testing/tenants'
import { changeRole } from './change-role'
import { listMembers } from './list'
import { leaveTenant, removeMember } from './remove'
import { noteSeen } from './seen'

let db: TestDatabase
let ours: TestTenant
let theirs: TestTenant
/** A user of each role in `ours`, and the context of each. */
let people: Record<Role, string>

beforeAll(async () => {
  process.env['POSTROOM_KEY'] ??= 'k'.repeat(40)
  db = await createTestDatabase()
  db.become('web')
  theirs = await makeTenant(db)
})
afterAll(() => db.drop())
beforeEach(async () => {
  ours = await makeTenant(db)
  people = { owner: ours.userId } as typeof people
  for (const role of ['admin', 'member', 'viewer'] as const) people[role] = await join(role)
})

async function join(role: Role, tenant = ours): Promise<string> {
  const id = await makeUser(db)
  await db.owner.query('INSERT INTO membership ("tenantId", "userId", role) VALUES ($1, $2, $3)', [tenant.id, id, role])
  return id
}
const as = (role: Role, id = people[role]): TenantContext => ({ actor: { kind: 'user', id }, tenantId: ours.id, role, ip: '192.0.2.1' })
const self = (id: string): UserContext => ({ actor: { kind: 'user', id }, ip: '192.0.2.1' })
const emailOf = async (id: string) => (await db.owner.query<{ email: string }>('SELECT email FROM "user" WHERE id = $1', [id])).rows[0]!.email
const rolesNow = async () => Object.fromEntries((await listMembers({ ctx: as('owner') })).data.map((m) => [m.userId, m.role]))
const audit = async (tenant = ours) => (await db.owner.query('SELECT verb, "actorId", "targetId", before, after FROM audit WHERE "tenantId" = $1 ORDER BY at DESC, id LIMIT 1', [tenant.id])).rows[0]

interface Mail {
  kind: string
  locale: string
  subject: string
  paragraphs: string[]
  link?: { url: string }
}
async function mailsTo(email: string): Promise<Mail[]> {
  const { rows } = await db.owner.query<{ id: string; kind: string; content: Buffer }>('SELECT id, kind, content FROM product_mail WHERE recipient = $1 ORDER BY "createdAt"', [email])
  return rows.map(({ id, kind, content }) => ({ kind, ...(JSON.parse(unseal(config().deriveKey('product mail'), id, content)!) as Omit<Mail, 'kind'>) }))
}
const tokenTo = async (email: string) => new URL((await mailsTo(email)).findLast((m) => m.kind === 'invite')!.link!.url).searchParams.get('token')!
let n = 0
const stranger = () => `stranger-${process.pid}-${n++}@people.example`

describe('an invitation', () => {
  it('is mailed, shown without its token, and written down', async () => {
    const email = stranger()
    const made = await invite({ ctx: as('admin'), input: { email: email.toUpperCase(), role: 'member', locale: 'ja' } })
    expect(made).toMatchObject({ email, role: 'member', state: 'pending', invitedBy: people.admin })
    expect(made.expiresAt.getTime() - Date.now()).toBeGreaterThan(6.9 * 86_400_000)
    expect((await listInvitations({ ctx: as('viewer') })).data).toEqual([made])
    expect(await audit()).toMatchObject({ verb: 'invitation.create', actorId: people.admin, targetId: made.id, after: { email, role: 'member' } })
    const [mail] = await mailsTo(email)
    expect(mail).toMatchObject({ kind: 'invite', locale: 'ja' })
    expect(mail!.paragraphs.join()).toContain('メンバー')
    const { rows } = await db.owner.query(`SELECT 1 FROM invitation WHERE "tokenHash" = $1`, [await tokenTo(email)])
    expect(rows).toEqual([])
  })

  it('is in the language of the account that the address has', async () => {
    const id = await makeUser(db)
    await db.owner.query(`UPDATE "user" SET locale = 'ja' WHERE id = $1`, [id])
    await invite({ ctx: as('owner'), input: { email: await emailOf(id), role: 'viewer' } })
    expect((await mailsTo(await emailOf(id)))[0]!.locale).toBe('ja')
  })

  it('carries no link and no line of the tenant\'s name or the inviter\'s', async () => {
    await renameTenant({ ctx: as('owner'), input: { name: 'Win at https://evil.example' } })
    await db.owner.query(`UPDATE "user" SET name = E'Eve\r\nBcc: all@people.example' WHERE id = $1`, [people.admin])
    const email = stranger()
    await invite({ ctx: as('admin'), input: { email, role: 'viewer' } })
    const [mail] = await mailsTo(email)
    expect(mail!.subject + mail!.paragraphs.join()).not.toMatch(/https?:|evil\.example|[\r\n]|@/)
  })

  it('to the same address is renewed: the new link holds, the old one does not', async () => {
    const email = stranger()
    const first = await invite({ ctx: as('admin'), input: { email, role: 'member' } })
    const old = await tokenTo(email)
    const second = await invite({ ctx: as('owner'), input: { email, role: 'admin' } })
    expect(second).toMatchObject({ id: first.id, role: 'admin' })
    expect(await audit()).toMatchObject({ verb: 'invitation.renew', before: { role: 'member' }, after: { role: 'admin' } })
    const fresh = await tokenTo(email)
    expect([await findInvitation(old), (await findInvitation(fresh))?.email]).toEqual([undefined, email])
    await resendInvitation({ ctx: as('admin'), input: { id: first.id } })
    expect(await findInvitation(fresh)).toBeUndefined()
    expect(await findInvitation(await tokenTo(email))).toMatchObject({ role: 'admin', tenant: 'A tenant', slug: ours.slug })
  })

  it('is for no member, and not more than a few go to one address', async () => {
    await expect(invite({ ctx: as('admin'), input: { email: await emailOf(people.viewer), role: 'admin' } })).rejects.toMatchObject({ code: 'conflict', problems: [{ code: 'member' }] })
    const email = stranger()
    for (let i = 0; i < 5; i++) await invite({ ctx: as('admin'), input: { email, role: 'viewer' } })
    await expect(invite({ ctx: as('admin'), input: { email, role: 'viewer' } })).rejects.toMatchObject({ code: 'rate_limited' })
  })

  it('is withdrawn by who may, and of another tenant is not there', async () => {
    const email = stranger()
    const { id } = await invite({ ctx: as('admin'), input: { email, role: 'viewer' } })
    const token = await tokenTo(email)
    for (const verb of [withdrawInvitation, resendInvitation]) {
      await expect(verb({ ctx: theirs.as('owner'), input: { id } })).rejects.toMatchObject({ code: 'not_found' })
      for (const role of ['member', 'viewer'] as const) await expect(verb({ ctx: as(role), input: { id } })).rejects.toMatchObject({ code: 'forbidden' })
    }
    await withdrawInvitation({ ctx: as('admin'), input: { id } })
    expect(await audit()).toMatchObject({ verb: 'invitation.withdraw', targetId: id, before: { email, role: 'viewer' } })
    expect(await findInvitation(token)).toBeUndefined()
    await expect(withdrawInvitation({ ctx: as('admin'), input: { id } })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('gives nobody more than the one who invites has', async () => {
    const email = stranger()
    for (const role of ['member', 'viewer'] as const) await expect(invite({ ctx: as(role), input: { email, role: 'viewer' } })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(invite({ ctx: as('admin'), input: { email, role: 'owner' } })).rejects.toMatchObject({ code: 'forbidden' })
    const key: TenantContext = { actor: { kind: 'apiKey', id: ours.id }, tenantId: ours.id, role: 'admin', scopes: ['member.read', 'member.write'] }
    for (const role of roles) await expect(invite({ ctx: key, input: { email, role } })).rejects.toMatchObject({ code: 'forbidden', problems: [{ code: 'beyond' }] })
    const { id } = await invite({ ctx: as('owner'), input: { email, role: 'owner' } })
    // An owner's invitation is not an admin's to weaken, send or take back.
    const ctx = as('admin')
    for (const act of [() => invite({ ctx, input: { email, role: 'viewer' } }), () => resendInvitation({ ctx, input: { id } }), () => withdrawInvitation({ ctx, input: { id } })])
      await expect(act()).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('the answer to an invitation', () => {
  it('is given by the account of that address alone, once', async () => {
    const id = await makeUser(db)
    const email = await emailOf(id)
    await invite({ ctx: as('admin'), input: { email, role: 'member' } })
    const token = await tokenTo(email)
    await expect(acceptInvitation({ ctx: self(theirs.userId), input: { token } })).rejects.toMatchObject({ code: 'forbidden', problems: [{ code: 'address' }] })
    const both = await Promise.allSettled([1, 2].map(() => acceptInvitation({ ctx: self(id), input: { token } })))
    expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await tenantsOfUser(id)).toMatchObject([{ id: ours.id, role: 'member' }])
    expect(await audit()).toMatchObject({ verb: 'invitation.accept', actorId: id, targetId: id, after: { email, role: 'member' } })
    await expect(acceptInvitation({ ctx: self(id), input: { token } })).rejects.toMatchObject({ code: 'not_found' })
    expect((await listInvitations({ ctx: as('owner') })).data).toEqual([])
  })

  it('can be given from the list of those that wait for the address', async () => {
    const id = await makeUser(db)
    const email = await emailOf(id)
    const mine = await invite({ ctx: as('admin'), input: { email, role: 'viewer' } })
    expect(await invitationsOf(email)).toMatchObject([{ id: mine.id, slug: ours.slug, email }])
    await expect(acceptInvitation({ ctx: self(theirs.userId), input: { id: mine.id } })).rejects.toMatchObject({ code: 'not_found' })
    expect(await acceptInvitation({ ctx: self(id), input: { id: mine.id } })).toEqual({ slug: ours.slug })
  })

  it('is no any more after seven days, and while the tenant is suspended', async () => {
    const email = stranger()
    await invite({ ctx: as('admin'), input: { email, role: 'viewer' } })
    const token = await tokenTo(email)
    await db.owner.query('UPDATE tenant SET "suspendedAt" = now() WHERE id = $1', [ours.id])
    expect(await findInvitation(token)).toBeUndefined()
    await db.owner.query('UPDATE tenant SET "suspendedAt" = NULL WHERE id = $1', [ours.id])
    await db.owner.query(`UPDATE invitation SET "expiresAt" = now() WHERE email = $1`, [email])
    await expect(joinByInvitation({ ctx: {}, input: { token, name: 'x', password: 'four words in a row', locale: 'en' } })).rejects.toMatchObject({ code: 'not_found' })
    expect((await listInvitations({ ctx: as('owner') })).data).toMatchObject([{ state: 'expired' }])
  })

  it('makes an account of that address, also where registration is closed', async () => {
    await db.owner.query(`INSERT INTO platform_setting (key, value) VALUES ('registration', '{"open":false}')`)
    const email = stranger()
    await invite({ ctx: as('admin'), input: { email, role: 'admin' } })
    const input = { token: await tokenTo(email), name: 'Jo', password: 'four words in a row', locale: 'en' }
    // Neither address nor role are the guest's to choose.
    await expect(joinByInvitation({ ctx: {}, input: { ...input, email: 'other@people.example' } })).rejects.toMatchObject({ code: 'invalid' })
    await expect(joinByInvitation({ ctx: {}, input: { ...input, role: 'owner' } })).rejects.toMatchObject({ code: 'invalid' })
    await expect(joinByInvitation({ ctx: {}, input: { ...input, password: 'short' } })).rejects.toMatchObject({ code: 'invalid' })
    const { userId, slug } = await joinByInvitation({ ctx: { ip: '192.0.2.9' }, input })
    await db.owner.query(`DELETE FROM platform_setting WHERE key = 'registration'`)
    expect([slug, await emailOf(userId)]).toEqual([ours.slug, email])
    expect(await tenantsOfUser(userId)).toMatchObject([{ id: ours.id, role: 'admin' }])
    await expect(joinByInvitation({ ctx: {}, input })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('makes no second account of an address, and leaves the invitation', async () => {
    const email = await emailOf(await makeUser(db))
    await invite({ ctx: as('admin'), input: { email, role: 'viewer' } })
    const token = await tokenTo(email)
    await expect(joinByInvitation({ ctx: {}, input: { token, name: 'x', password: 'four words in a row', locale: 'en' } })).rejects.toMatchObject({ code: 'conflict' })
    expect(await findInvitation(token)).toMatchObject({ email })
  })

  it('can be no, and whoever invited sees it', async () => {
    const email = stranger()
    await invite({ ctx: as('admin'), input: { email, role: 'viewer' } })
    const token = await tokenTo(email)
    await declineByLink({ ctx: {}, input: { token } })
    expect((await listInvitations({ ctx: as('owner') })).data).toMatchObject([{ state: 'declined' }])
    expect(await audit()).toMatchObject({ verb: 'invitation.decline', actorId: email })
    await expect(declineByLink({ ctx: {}, input: { token } })).rejects.toMatchObject({ code: 'not_found' })
    const id = await makeUser(db)
    const mine = await invite({ ctx: as('admin'), input: { email: await emailOf(id), role: 'viewer' } })
    await declineInvitation({ ctx: self(id), input: { id: mine.id } })
    expect(await invitationsOf(await emailOf(id))).toEqual([])
  })
})

describe('a role', () => {
  it('is changed from the next request on, told in the reader\'s language, and written down', async () => {
    await db.owner.query(`UPDATE "user" SET locale = 'ja' WHERE id = $1`, [people.viewer])
    expect(await changeRole({ ctx: as('admin'), input: { userId: people.viewer, role: 'member' } })).toMatchObject({ role: 'member' })
    expect((await tenantsOfUser(people.viewer))[0]!.role).toBe('member')
    expect(await audit()).toMatchObject({ verb: 'member.changeRole', targetId: people.viewer, before: { role: 'viewer' }, after: { role: 'member' } })
    expect(await mailsTo(await emailOf(people.viewer))).toMatchObject([{ kind: 'memberChanged', locale: 'ja', subject: expect.stringContaining('役割') }])
    await changeRole({ ctx: as('admin'), input: { userId: people.viewer, role: 'member' } })
    expect(await mailsTo(await emailOf(people.viewer))).toHaveLength(1)
  })

  it('may be changed by each as the matrix says: whole table', async () => {
    const done: string[] = []
    for (const who of roles)
      for (const from of roles)
        for (const to of roles) {
          const target = await join(from)
          const said = await changeRole({ ctx: as(who), input: { userId: target, role: to } }).then(() => 'done', (e: { code: string }) => e.code)
          const wanted = who === 'owner' || (who === 'admin' && from !== 'owner' && to !== 'owner') ? 'done' : 'forbidden'
          expect([who, from, to, said]).toEqual([who, from, to, wanted])
          if (said === 'done') done.push(who)
          await db.owner.query('DELETE FROM membership WHERE "userId" = $1', [target])
        }
    expect(done).toHaveLength(16 + 9)
  })

  it('is raised by nobody for himself', async () => {
    for (const role of ['admin', 'member', 'viewer'] as const)
      await expect(changeRole({ ctx: as(role), input: { userId: people[role], role: 'owner' } })).rejects.toMatchObject({ code: 'forbidden' })
    await changeRole({ ctx: as('admin'), input: { userId: people.admin, role: 'viewer' } })
    expect((await rolesNow())[people.admin]).toBe('viewer')
    expect(await mailsTo(await emailOf(people.admin))).toEqual([])
  })

  it('of another tenant\'s member is not there', async () => {
    for (const userId of [theirs.userId, '00000000-0000-4000-8000-000000000000']) {
      await expect(changeRole({ ctx: as('owner'), input: { userId, role: 'viewer' } })).rejects.toMatchObject({ code: 'not_found' })
      await expect(removeMember({ ctx: as('owner'), input: { userId } })).rejects.toMatchObject({ code: 'not_found' })
      await expect(transferTenant({ ctx: as('owner'), input: { userId, confirm: 'A tenant' } })).rejects.toMatchObject({ code: 'not_found' })
    }
    expect((await tenantsOfUser(theirs.userId))[0]!.role).toBe('owner')
  })
})

describe('who is removed or leaves', () => {
  it('has no tenant at the next request; keys stay, and are counted', async () => {
    await db.owner.query(`INSERT INTO api_key ("tenantId", name, prefix, hash, role, "createdBy") VALUES ($1, 'k', 'pr_', $2, 'viewer', $3)`, [ours.id, `hash ${ours.id}`, people.member])
    await db.owner.query(`INSERT INTO saved_view ("tenantId", "userId", name, query) VALUES ($1, $2, 'v', '')`, [ours.id, people.member])
    expect(await removeMember({ ctx: as('admin'), input: { userId: people.member } })).toEqual({ keys: 1 })
    expect(await tenantsOfUser(people.member)).toEqual([])
    expect((await db.owner.query('SELECT 1 FROM saved_view WHERE "userId" = $1', [people.member])).rowCount).toBe(0)
    expect(await audit()).toMatchObject({ verb: 'member.remove', targetId: people.member, before: { role: 'member' } })
    expect(await mailsTo(await emailOf(people.member))).toMatchObject([{ kind: 'memberChanged' }])
    await expect(removeMember({ ctx: as('admin'), input: { userId: people.member } })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('an owner is removed by owners alone', async () => {
    const second = await join('owner')
    for (const role of ['admin', 'member', 'viewer'] as const) await expect(removeMember({ ctx: as(role), input: { userId: second } })).rejects.toMatchObject({ code: 'forbidden' })
    await removeMember({ ctx: as('owner'), input: { userId: second } })
    expect((await rolesNow())[second]).toBeUndefined()
  })

  it('goes by himself, and tells nobody but the audit', async () => {
    for (const role of ['admin', 'member', 'viewer'] as const) await leaveTenant({ ctx: as(role) })
    expect(Object.keys(await rolesNow())).toEqual([people.owner])
    expect(await audit()).toMatchObject({ verb: 'member.leave', actorId: people.viewer })
    expect(await mailsTo(await emailOf(people.viewer))).toEqual([])
    await expect(leaveTenant({ ctx: { actor: { kind: 'apiKey', id: ours.id }, tenantId: ours.id, role: 'admin' } })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('the last owner neither leaves nor becomes less nor is removed; a disabled one does not count', async () => {
    const disabled = await join('owner')
    await db.owner.query('UPDATE "user" SET "disabledAt" = now() WHERE id = $1', [disabled])
    const last = { code: 'conflict', problems: [{ code: 'lastOwner' }] }
    await expect(leaveTenant({ ctx: as('owner') })).rejects.toMatchObject(last)
    await expect(changeRole({ ctx: as('owner'), input: { userId: people.owner, role: 'admin' } })).rejects.toMatchObject(last)
    await expect(removeMember({ ctx: as('owner', disabled), input: { userId: people.owner } })).rejects.toMatchObject(last)
    expect((await rolesNow())[people.owner]).toBe('owner')
  })

  it('of owners that all go at once one stays', async () => {
    for (let round = 0; round < 5; round++) {
      const owners = [people.owner, await join('owner'), await join('owner')]
      const acts = await Promise.allSettled([
        leaveTenant({ ctx: as('owner', owners[0]) }),
        changeRole({ ctx: as('owner', owners[1]), input: { userId: owners[1], role: 'viewer' } }),
        removeMember({ ctx: as('owner', owners[0]), input: { userId: owners[2] } }),
      ])
      const left = (await db.owner.query('SELECT 1 FROM membership WHERE "tenantId" = $1 AND role = \'owner\'', [ours.id])).rowCount
      expect([acts.filter((a) => a.status === 'fulfilled').length, left]).toEqual([2, 1])
      await db.owner.query('DELETE FROM membership WHERE "tenantId" = $1', [ours.id])
      await db.owner.query(`INSERT INTO membership ("tenantId", "userId", role) VALUES ($1, $2, 'owner')`, [ours.id, people.owner])
    }
  })

  it('nobody is removed with a role that he has not any more: who becomes owner meanwhile stays', async () => {
    for (let round = 0; round < 5; round++) {
      const heir = await join('member')
      await Promise.allSettled([transferTenant({ ctx: as('owner'), input: { userId: heir, confirm: 'A tenant' } }), removeMember({ ctx: as('admin'), input: { userId: heir } })])
      const { rows } = await db.owner.query<{ userId: string }>('SELECT "userId" FROM membership WHERE "tenantId" = $1 AND role = \'owner\'', [ours.id])
      expect(rows).toHaveLength(1)
      await db.owner.query('UPDATE membership SET role = CASE WHEN "userId" = $2 THEN \'owner\' ELSE \'viewer\' END WHERE "tenantId" = $1 AND "userId" <> $3', [ours.id, people.owner, people.admin])
    }
  })
})

describe('the tenant', () => {
  it('is handed over by its owner who types its name', async () => {
    for (const role of ['admin', 'member', 'viewer'] as const)
      await expect(transferTenant({ ctx: as(role), input: { userId: people.member, confirm: 'A tenant' } })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(transferTenant({ ctx: as('owner'), input: { userId: people.member, confirm: 'A tenan' } })).rejects.toMatchObject({ code: 'invalid', problems: [{ code: 'typed' }] })
    await transferTenant({ ctx: as('owner'), input: { userId: people.member, confirm: 'A tenant' } })
    expect(await rolesNow()).toMatchObject({ [people.owner]: 'admin', [people.member]: 'owner' })
    expect(await audit()).toMatchObject({ verb: 'tenant.transfer', targetId: people.member })
    expect(await mailsTo(await emailOf(people.member))).toMatchObject([{ kind: 'ownershipMoved' }])
  })

  it('is renamed by admins; its slug stays', async () => {
    for (const role of ['member', 'viewer'] as const) await expect(renameTenant({ ctx: as(role), input: { name: 'x' } })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(renameTenant({ ctx: as('admin'), input: { name: 'x', slug: 'y' } })).rejects.toMatchObject({ code: 'invalid' })
    expect(await renameTenant({ ctx: as('admin'), input: { name: ' New ' } })).toMatchObject({ name: 'New', slug: ours.slug })
    expect(await audit()).toMatchObject({ verb: 'tenant.rename', before: { name: 'A tenant' }, after: { name: 'New' } })
    expect(await getTenant({ ctx: as('viewer') })).toMatchObject({ name: 'New', domain: expect.stringContaining(ours.slug) })
    expect(await getTenant({ ctx: theirs.as('owner') })).toMatchObject({ name: 'A tenant' })
  })

  it('lists its members in pages, with when each was there', async () => {
    await noteSeen(as('viewer'))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listMembers({ ctx: as('viewer'), input: { limit: 1, ...(cursor ? { cursor } : {}) } })
      seen.push(...page.data.map((m) => `${m.userId} ${m.seenAt !== null}`))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen.sort()).toEqual(roles.map((role) => `${people[role]} ${role === 'viewer'}`).sort())
    await expect(listMembers({ ctx: { ...as('viewer'), scopes: ['message.read'] } })).rejects.toMatchObject({ code: 'forbidden' })
  })
})
