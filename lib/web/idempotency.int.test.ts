import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { KeyHolder } from '@/lib/services/api-key/find'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { once } from './idempotency'

let db: TestDatabase
const holder = (): KeyHolder => ({ kind: 'operator', keyId: randomUUID(), ctx: { actor: { kind: 'apiKey', id: 'k' } } })
const request = { method: 'POST', path: '/api/v1/operator/plans', body: Buffer.alloc(0) }

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
})
afterAll(() => db.drop())

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
  let open: () => void = () => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  let started: () => void = () => {}
  const running = new Promise<void>((resolve) => (started = resolve))
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

it('lets the same request take over what a dead process left, after two minutes', async () => {
  const who = holder()
  await once(who, 'c', request, async () => new Response('lost'))
  await db.owner.query(`UPDATE idempotency SET status = null, body = null, "createdAt" = now() - interval '3 minutes' WHERE "keyId" = $1`, [who.keyId])
  expect(await (await once(who, 'c', request, async () => new Response('again'))).text()).toBe('again')
})

it('frees the key when the work breaks', async () => {
  const who = holder()
  await expect(once(who, 'd', request, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await (await once(who, 'd', request, async () => new Response('ok'))).text()).toBe('ok')
})
