import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { OperatorContext } from '@/lib/core/access/actor'
import type { ListAudit } from '@/lib/core/inputs/audit'
import { changeRole } from '@/lib/services/member/change-role'
import { createApiKey } from '@/lib/services/api-key/create'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeTenant, makeUser, type TestTenant } from '@/lib/testing/tenants'
import { exportAudit, exportOperatorAudit } from './export'
import { listAudit, listOperatorAudit } from './list'
import { auditQuery } from './query'

let db: TestDatabase
let ours: TestTenant
let theirs: TestTenant
let operator: OperatorContext
const manyUsers = Array.from({ length: 40 }, (_, i) => `00000000-0000-4000-8000-0000000000${String(i).padStart(2, '0')}`)
const since = '2025-01-01T00:00:00.000Z'

/** Thousands of rows of both tenants and of the platform, over a year, by forty users. */
async function fill(): Promise<void> {
  const rows = (tenant: string) => `
    SELECT ${tenant} timestamptz '${since}' + n * interval '2 hours', (ARRAY['user','user','user','apiKey','job'])[n % 5 + 1], '00000000-0000-4000-8000-0000000000' || lpad((n % 40)::text, 2, '0'),
      (ARRAY['domain.claim','domain.remove','rules.publish','member.leave'])[n % 4 + 1], 'domain', 'thing-' || n % 200 FROM generate_series(1, 4000) n`
  for (const { id } of [ours, theirs]) await db.owner.query(`INSERT INTO audit ("tenantId", at, "actorKind", "actorId", verb, "targetKind", "targetId") ${rows(`'${id}'::uuid,`)}`)
  await db.owner.query(`INSERT INTO operator_audit (at, "actorKind", "actorId", verb, "targetKind", "targetId") ${rows('')}`)
  await db.owner.query(`INSERT INTO "user" (email, name) SELECT 'u' || n || '@crowd.example', 'Crowd ' || n FROM generate_series(1, 3000) n`)
  for (const [i, id] of manyUsers.entries()) await db.owner.query(`INSERT INTO "user" (id, email, name) VALUES ($1, $2, $3)`, [id, `many${i}@people.example`, `Many ${i}`])
  await db.owner.query('ANALYZE audit, operator_audit, "user", api_key, operator_key, domain, webhook_endpoint')
}

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
  ours = await makeTenant(db)
  theirs = await makeTenant(db)
  operator = { actor: { kind: 'user', id: await makeUser(db, { operator: true }) }, ip: '192.0.2.7' }
  await db.owner.query('TRUNCATE audit, operator_audit')
  await fill()
})
afterAll(() => db.drop())
beforeEach(() => db.become('web'))

const list = (input: ListAudit = {}, tenant = ours) => listAudit({ ctx: tenant.as('admin'), input })
const filters: [string, ListAudit][] = [
  ['nothing', {}],
  ['a user', { actor: manyUsers[3]! }],
  ["a user's address", { actor: 'MANY3@people.example' }],
  ['a kind of actor', { kind: 'apiKey' }],
  ['a verb', { verb: 'rules.publish' }],
  ['a noun', { verb: 'rules' }],
  ['a thing', { target: 'thing-7' }],
  ['a span of time', { since: '2025-03-01', until: '2025-04-01' }],
  ['a user and a span', { actor: manyUsers[3]!, since: '2025-03-01', until: '2025-06-01' }],
  ['a place in the middle', { cursor: `${Date.parse('2025-05-01')}.${'00000000-0000-4000-8000-000000000000'}` }],
]

/** What each filter lets through, said by SQL of the test's own. */
const passes = (input: ListAudit) => {
  const actor = input.actor?.includes('@') ? manyUsers[3] : input.actor
  const [at] = input.cursor?.split('.') ?? []
  return (r: { at: Date; actorId: string; actorKind: string; verb: string; targetId: string }) =>
    (!actor || r.actorId === actor) &&
    (!input.kind || r.actorKind === input.kind) &&
    (!input.verb || r.verb === input.verb || r.verb.startsWith(`${input.verb}.`)) &&
    (!input.target || r.targetId === input.target) &&
    (!input.since || r.at >= new Date(input.since)) &&
    (!input.until || r.at < new Date(input.until)) &&
    (!at || r.at < new Date(Number(at)))
}

describe('a page', () => {
  it.each(filters)('by %s has exactly the rows that fit, newest first', async (_, input) => {
    const { rows } = await db.owner.query(`SELECT id, at, "actorId", "actorKind", verb, "targetId" FROM audit WHERE "tenantId" = $1 ORDER BY at DESC, id DESC`, [ours.id])
    const wanted = rows.filter(passes(input)).map((r) => r.id as string)
    const seen: string[] = []
    let { cursor } = input
    for (let pages = 0; pages < 3; pages += 1) {
      const page = await list({ ...input, limit: 20, ...(cursor && { cursor }) })
      seen.push(...page.data.map((r) => r.id))
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    expect(seen.length).toBeGreaterThan(10)
    expect(seen).toEqual(wanted.slice(0, seen.length))
    expect(seen.length).toBe(Math.min(60, wanted.length))
  })

  it.each(filters)('by %s is read by an index, as the web under row-level security, and never by a whole table', async (_, input) => {
    const { ListAudit: schema } = await import('@/lib/core/inputs/audit')
    const { limit, ...asked } = schema.parse(input)
    for (const tenantId of [ours.id, undefined]) {
      const { text, values } = auditQuery(tenantId, { ...asked, take: limit + 1 })
      const client = await db.web.pool.connect()
      try {
        await client.query('BEGIN')
        await client.query(`SELECT set_config('app.tenant', $1, true)`, [ours.id])
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values)
        const plan = rows.map((r) => r['QUERY PLAN']).join('\n')
        expect(plan).toMatch(tenantId ? /(Index Scan Backward using|Bitmap Index Scan on) "?audit_/ : /(Index Scan Backward using|Bitmap Index Scan on) "?operator_audit_/)
        expect(plan).not.toMatch(/Seq Scan on (operator_)?audit\b|Seq Scan on "?user/)
      } finally {
        await client.query('ROLLBACK')
        client.release()
      }
    }
  })

  it('shows nothing of another tenant, whatever is asked', async () => {
    await db.owner.query(`INSERT INTO audit ("tenantId", "actorKind", verb, "targetKind", "targetId") VALUES ($1, 'job', 'domain.lost', 'domain', 'only-theirs')`, [theirs.id])
    expect((await list({ target: 'only-theirs' })).data).toEqual([])
    expect((await list({ target: 'only-theirs' }, theirs)).data).toHaveLength(1)
  })

  it('is refused to members and viewers, and to a key without the scope', async () => {
    for (const role of ['member', 'viewer'] as const) await expect(listAudit({ ctx: ours.as(role) })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listAudit({ ctx: { ...ours.as('admin'), scopes: ['domain.read'] } })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await listAudit({ ctx: { ...ours.as('admin'), scopes: ['audit.read'] } })).data.length).toBe(50)
  })

  it('says what is wrong with a filter', async () => {
    await expect(list({ verb: "x' OR 1=1" })).rejects.toMatchObject({ code: 'invalid' })
    await expect(list({ cursor: 'x' })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('names', () => {
  it('stand beside what was done: of the user, the key, the thing; and fall away with a deleted account', async () => {
    const [user, other] = [await makeUser(db), await makeUser(db)]
    for (const id of [user, other]) await db.owner.query(`INSERT INTO membership ("tenantId", "userId", role) VALUES ($1, $2, 'admin')`, [ours.id, id])
    await db.owner.query(`UPDATE "user" SET name = 'Aiko', email = 'aiko@people.example' WHERE id = $1`, [user])
    await db.owner.query(`UPDATE "user" SET name = 'Ben' WHERE id = $1`, [other])
    const { id: key } = await createApiKey({ ctx: { ...ours.as('owner'), actor: { kind: 'user', id: user }, ip: '192.0.2.1' }, input: { name: 'robot', role: 'admin' } })
    await changeRole({ ctx: { ...ours.as('admin'), actor: { kind: 'apiKey', id: key } }, input: { userId: other, role: 'viewer' } })
    const [changed, made] = (await list({ limit: 2 })).data
    expect(made).toMatchObject({ actorKind: 'user', actorName: 'Aiko', actorAddress: 'aiko@people.example', verb: 'apiKey.create', targetName: 'robot', ip: '192.0.2.1' })
    expect(JSON.stringify(made)).not.toMatch(/pr_[A-Za-z0-9_-]{43}/)
    expect(changed).toMatchObject({ actorKind: 'apiKey', actorName: 'robot', actorAddress: null, verb: 'member.changeRole', targetName: 'Ben', before: { role: 'admin' }, after: { role: 'viewer' } })

    await db.owner.query(`UPDATE "user" SET name = '–', email = id || '@deleted.invalid', "deletedAt" = now() WHERE id = $1`, [user])
    expect((await list({ actor: user })).data[0]).toMatchObject({ actorId: user, actorName: null, actorAddress: null, actorDeleted: true })
  })

  it('an operator is named to the tenant, his address is not; what is no uuid breaks nothing', async () => {
    await db.owner.query(`UPDATE "user" SET name = 'Opal', email = 'opal@platform.example' WHERE id = $1`, [operator.actor.id])
    await db.owner.query(`INSERT INTO audit ("tenantId", "actorKind", "actorId", verb, "targetKind", "targetId") VALUES ($1::uuid, 'operator', $2, 'tenant.suspend', 'tenant', $1::text), ($1::uuid, 'user', 'odd', 'rules.publish', 'domain', '12')`, [ours.id, operator.actor.id])
    expect((await list({ actor: operator.actor.id })).data[0]).toMatchObject({ actorName: 'Opal', actorAddress: null })
    expect((await list({ actor: 'odd' })).data[0]).toMatchObject({ actorName: null, targetName: null })
  })
})

describe("the operators' audit", () => {
  it('is theirs, with addresses, and no tenant\'s row', async () => {
    await db.owner.query(`INSERT INTO operator_audit ("actorKind", "actorId", verb, "targetKind", "targetId") VALUES ('user', $1, 'user.update', 'user', $1)`, [operator.actor.id])
    const { data } = await listOperatorAudit({ ctx: operator, input: { actor: 'opal@platform.example' } })
    expect(data).toMatchObject([{ actorName: 'Opal', actorAddress: 'opal@platform.example', targetName: 'Opal', verb: 'user.update' }])
    expect((await listOperatorAudit({ ctx: operator, input: { target: 'only-theirs' } })).data).toEqual([])
  })
})

describe('an export', () => {
  const whole = async (pieces: AsyncGenerator<string>) => {
    const texts: string[] = []
    for await (const piece of pieces) texts.push(piece)
    return texts
  }

  it('has every row that the filters let through, a hundred a piece', async () => {
    const pieces = await whole(exportAudit({ ctx: theirs.as('owner'), input: { format: 'jsonl', kind: 'apiKey' } }))
    const rows = pieces.join('').trimEnd().split('\n').map((line) => JSON.parse(line) as { actor: { kind: string }; at: string; id: string })
    expect([pieces.length, rows.length, new Set(rows.map((r) => r.id)).size]).toEqual([8, 800, 800])
    expect(rows.every((r, i) => r.actor.kind === 'apiKey' && (i === 0 || r.at <= rows[i - 1]!.at))).toBe(true)
  })

  it('as CSV runs no formula that somebody took for a name', async () => {
    await db.owner.query(`UPDATE "user" SET name = '=cmd()|''/C calc''!A0' WHERE id = $1`, [manyUsers[10]])
    const [first] = await whole(exportAudit({ ctx: ours.as('owner'), input: { actor: manyUsers[10]! } }))
    const lines = first!.split('\r\n')
    expect(lines[0]).toBe('\uFEFFid,at,actor_kind,actor_id,actor_name,actor_address,verb,target_kind,target_id,target_name,ip,before,after')
    expect(lines[1]).toContain(`,'=cmd()|'/C calc'!A0,`)
    expect(first).not.toMatch(/(^|,|")=/m)
  })

  it('is empty without rows, and refused before its first piece', async () => {
    expect(await whole(exportAudit({ ctx: ours.as('owner'), input: { format: 'jsonl', target: 'none' } }))).toEqual([])
    expect((await whole(exportOperatorAudit({ ctx: operator, input: { target: 'none' } }))).join('').split('\r\n')).toHaveLength(2)
    await expect(exportAudit({ ctx: ours.as('viewer'), input: {} }).next()).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe.each(['web', 'worker'] as const)('the %s role', (role) => {
  it.each(['audit', 'operator_audit'])('adds to %s and can take nothing back', async (table) => {
    const client = await db[role].pool.connect()
    const codeOf = async (text: string) => {
      await client.query('BEGIN')
      await client.query(`SELECT set_config('app.tenant', $1, true)`, [ours.id])
      const code = await client.query(text).then(() => 'done', (error: { code: string }) => error.code)
      await client.query('ROLLBACK')
      return code
    }
    try {
      const tenant = table === 'audit' ? [`"tenantId", `, `'${ours.id}', `] : ['', '']
      expect(await codeOf(`INSERT INTO ${table} (${tenant[0]}"actorKind", verb, "targetKind") VALUES (${tenant[1]}'job', 'x.y', 'x')`)).toBe('done')
      for (const text of [`UPDATE ${table} SET verb = 'x'`, `UPDATE ${table} SET ip = NULL WHERE false`, `DELETE FROM ${table}`, `TRUNCATE ${table}`, `DROP TABLE ${table}`, `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`])
        expect([text, await codeOf(text)]).toEqual([text, '42501'])
    } finally {
      client.release()
    }
  })
})
