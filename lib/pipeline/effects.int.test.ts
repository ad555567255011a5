import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTenantSql } from '@/lib/db/tenant'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { claim, settle } from './effects'

let db: TestDatabase
const [tenant, other] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']
const settleNow = (key: string, attempt: number, result = {}) => inTenantSql(tenant, (client) => settle(client, tenant, key, attempt, result))
const lapse = (key: string) => db.owner.query(`UPDATE effect SET lease = now() - interval '1 second' WHERE key = $1`, [key])

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('worker')
})
afterAll(() => db.drop())

it('gives a claim to one of eight racers on each of 30 keys', async () => {
  for (let i = 0; i < 30; i++) {
    const claims = await Promise.all(Array.from({ length: 8 }, () => claim(tenant, `race:${i}`, 60)))
    expect(claims.map((c) => c.state).sort()).toEqual(['claimed', ...Array.from({ length: 7 }, () => 'held')])
  }
})

it('settles once, and never again', async () => {
  expect(await claim(tenant, 'k', 60)).toEqual({ state: 'claimed', attempt: 1 })
  expect(await settleNow('k', 1, { n: 1 })).toBe(true)
  expect(await settleNow('k', 1, { n: 2 })).toBe(false)
  expect(await claim(tenant, 'k', 60)).toEqual({ state: 'settled', result: { n: 1 } })
  await lapse('k')
  expect(await claim(tenant, 'k', 60)).toEqual({ state: 'settled', result: { n: 1 } })
})

it('gives the claim of a dead worker to the next, and the dead one cannot settle any more', async () => {
  await claim(tenant, 'dead', 60)
  expect((await claim(tenant, 'dead', 60)).state).toBe('held')
  await lapse('dead')
  expect(await claim(tenant, 'dead', 60)).toEqual({ state: 'claimed', attempt: 2 })
  expect(await settleNow('dead', 1)).toBe(false)
  expect(await settleNow('dead', 2)).toBe(true)
})

it('is settled only when the transaction that settles it is committed', async () => {
  await claim(tenant, 'rolled', 60)
  await expect(
    inTenantSql(tenant, async (client) => {
      await settle(client, tenant, 'rolled', 1)
      throw new Error('the worker is killed here')
    }),
  ).rejects.toThrow('killed')
  expect((await claim(tenant, 'rolled', 60)).state).toBe('held')
})

it('belongs to its tenant', async () => {
  expect(await claim(other, 'k', 60)).toEqual({ state: 'claimed', attempt: 1 })
})
