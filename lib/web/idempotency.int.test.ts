import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inPlatform, inTenant } from '@/lib/db/tenant'
import type { KeyHolder } from '@/lib/services/api-key/find'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { recordAudit, recordOperatorAudit } from '@/lib/services/audit/record'
import { makeTenant, type TestTenant } from '@/lib/testing/tenants'
import { once } from './idempotency'

let db: TestDatabase
const holder = (): KeyHolder => ({ kind: 'operator', keyId: randomUUID(), ctx: { actor: { kind: 'apiKey', id: 'k' } } })
const request = { method: 'POST', path: '/api/v1/operator/plans', body: Buffer.alloc(0) }

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
})
afterAll(() => db.drop())

function signal(): [Promise<void>, () => void] {
  let give: () => void = () => {}
  return [new Promise<void>((resolve) => (give = resolve)), () => give()]
}

it("keeps an operator's answer, with its status and ETag", async () => {
  const who = holder()
  let runs = 0
  const work = async () => Response.json({ run: (runs += 1) }, { status: 202, headers: { etag: '"1"' } })
  const first = await once(who, 'a', request, work)
  const again = await once(who, 'a', request, work)
  expect([runs, again.status, again.headers.get('etag'), await again.json()]).toEqual([1, 202, '"1"', await first.json()])
  expect((await once(holder(), 'a', request, work)).headers.has('idempotency-replayed')).toBe(false)
})

it('tells the second to wait while the first runs', async () => {
  const who = holder()
  const [gate, open] = signal()
  const [running, started] = signal()
  const first = once(who, 'b', request, async () => {
    started()
    await gate
    return new Response('done')
  })
  await running
  await expect(once(who, 'b', request, async () => new Response('twice'))).rejects.toMatchObject({ code: 'conflict', retryAfter: 1 })
  open()
  expect(await (await first).text()).toBe('done')
})

it('frees the key when the work breaks', async () => {
  const who = holder()
  await expect(once(who, 'd', request, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await (await once(who, 'd', request, async () => new Response('ok'))).text()).toBe('ok')
})

describe('an effect happens once', () => {
  let tenant: TestTenant
  beforeAll(async () => {
    tenant = await makeTenant(db)
  })
  const asked = { method: 'POST', path: '/x', body: Buffer.alloc(0) }
  const keyOf = (): Extract<KeyHolder, { kind: 'tenant' }> => ({ kind: 'tenant', keyId: randomUUID(), ctx: tenant.as('admin') })
  const effects = async (key: string) => Number((await db.owner.query(`SELECT count(*) FROM audit WHERE verb = 'tenant.rename' AND "targetId" = $1`, [key])).rows[0].count)
  const work = (key: string, then: () => Response = () => Response.json({ done: true }, { status: 201 })) => async () => {
    await inTenant(tenant.id, (tx) => recordAudit(tx, tenant.as('admin'), { verb: 'tenant.rename', target: { kind: 'test', id: key } }))
    return then()
  }
  const twoMinutesLater = (who: KeyHolder) => db.owner.query(`UPDATE idempotency SET "createdAt" = now() - interval '3 minutes' WHERE "keyId" = $1`, [who.keyId])

  async function killedAt(point: string, who: KeyHolder, key: string): Promise<void> {
    const child = spawn(process.execPath, ['scripts/run.mjs', 'lib/web/idempotency.fixture.ts', db.urls.web, tenant.id, who.keyId, key, point], { stdio: ['ignore', 'inherit', 'inherit'] })
    const signal = await new Promise((resolve) => child.once('exit', (_code, by) => resolve(by)))
    expect(signal).toBe('SIGKILL')
  }

  it.each([
    ['after the claim', 'does it'],
    ['before the commit', 'does it'],
    ['after the commit', 'was carried out, but its answer was lost'],
    ['after the answer was kept', 'the first answer'],
  ])('where the process is killed %s, the same request later: %s', async (point, outcome) => {
    const who = keyOf()
    await killedAt(point, who, point.replaceAll(' ', '-'))
    const key = point.replaceAll(' ', '-')
    const again = () => once(who, key, asked, work(key))
    if (outcome !== 'the first answer') await expect(again()).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('still runs') })
    await twoMinutesLater(who)
    if (outcome.startsWith('was')) await expect(again()).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining(outcome) })
    else expect(await again()).toMatchObject({ status: 201 })
    expect(await effects(key)).toBe(1)
  })

  it('even where the first is only slow: what was taken over rolls back', async () => {
    const who = keyOf()
    const [gate, open] = signal()
    const [running, started] = signal()
    const first = once(who, 'slow', asked, async () => {
      started()
      await gate
      return work('slow')()
    })
    await running
    await twoMinutesLater(who)
    expect((await once(who, 'slow', asked, work('slow'))).status).toBe(201)
    open()
    const refused = await first
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('took its place')])
    expect(await effects('slow')).toBe(1)
    expect((await once(who, 'slow', asked, work('slow'))).headers.get('idempotency-replayed')).toBe('true')
  })

  it('and an error after it is kept as its answer', async () => {
    const who = keyOf()
    const broken = work('broken', () => {
      throw new Error('broken')
    })
    const first = await once(who, 'broken', asked, broken)
    const second = await once(who, 'broken', asked, broken)
    expect([first.status, second.status, await second.text()]).toEqual([500, 500, await first.text()])
    expect(await effects('broken')).toBe(1)
  })

  it("an operator's too, whose transaction has no tenant", async () => {
    const who = holder()
    const ctx = { actor: { kind: 'apiKey', id: who.keyId } } as const
    await once(who, 'op', request, async () => {
      await inPlatform((tx) => recordOperatorAudit(tx, ctx, { verb: 'tenant.rename', target: { kind: 'test' } }))
      return Response.json({})
    })
    expect((await db.owner.query(`SELECT "effectAt" FROM idempotency WHERE "keyId" = $1`, [who.keyId])).rows[0].effectAt).toBeInstanceOf(Date)
  })

  it('and reading is none: a request that only read may be asked again', async () => {
    const who = keyOf()
    await once(who, 'read', asked, async () => {
      await inTenant(tenant.id, (tx) => tx.domain.findMany({ where: { tenantId: tenant.id } }))
      return Response.json({})
    })
    expect((await db.owner.query(`SELECT "effectAt" FROM idempotency WHERE "keyId" = $1`, [who.keyId])).rows[0].effectAt).toBeNull()
  })

  it('keeps no answer in the clear: some tell a secret once', async () => {
    const who = keyOf()
    await once(who, 'secret', asked, work('secret', () => Response.json({ key: 'pr_hidden' })))
    const { rows } = await db.owner.query(`SELECT body FROM idempotency WHERE "keyId" = $1`, [who.keyId])
    expect(rows[0].body.toString('latin1')).not.toContain('pr_hidden')
    expect(await (await once(who, 'secret', asked, work('secret'))).json()).toEqual({ key: 'pr_hidden' })
  })
})
