import { afterAll, beforeAll, expect, it } from 'vitest'
import type { LogPage } from '@/lib/core/inputs/message'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeDelivery, makeTenant, type TestTenant } from '@/lib/testing/tenants'
import { neighboursOf } from './neighbours'

let db: TestDatabase
let ours: TestTenant
let theirs: TestTenant
/** Newest first. */
const ids: string[] = []

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
  ours = await makeTenant(db)
  theirs = await makeTenant(db)
  const minutes = (n: number) => new Date(Date.now() - n * 60_000)
  for (let n = 0; n < 5; n += 1) ids.push(await makeDelivery(db, ours.id, { receivedAt: minutes(n * 10 + 1), disposition: n % 2 ? 'kept' : 'quarantined' }))
  await makeDelivery(db, theirs.id, { receivedAt: minutes(15) })
})
afterAll(() => db.drop())

const beside = (id: string, filters: LogPage = {}, who = ours) => neighboursOf({ ctx: who.as('viewer'), input: { id, filters } })

it('gives the messages beside one, none beyond the ends', async () => {
  expect(await beside(ids[1]!)).toEqual({ newer: ids[0], older: ids[2] })
  expect(await beside(ids[0]!)).toEqual({ newer: undefined, older: ids[1] })
  expect(await beside(ids[4]!)).toEqual({ newer: ids[3], older: undefined })
})

it('keeps to the filters of the log', async () => {
  expect(await beside(ids[2]!, { disposition: 'quarantined' })).toEqual({ newer: ids[0], older: ids[4] })
  expect(await beside(ids[2]!, { since: new Date(Date.now() - 25 * 60_000).toISOString() })).toEqual({ newer: ids[1], older: undefined })
})

it('takes the address of any page of the log', async () => {
  expect(await beside(ids[1]!, { newer: ids[3]! })).toEqual({ newer: ids[0], older: ids[2] })
  expect(await beside(ids[1]!, { cursor: ids[3]! })).toEqual({ newer: ids[0], older: ids[2] })
})

it('shows another tenant nothing of ours, and has none in a search', async () => {
  const { newer, older } = await beside(ids[1]!, {}, theirs)
  expect([newer, older].filter((id) => id !== undefined && ids.includes(id))).toEqual([])
  expect(await beside(ids[1]!, { q: 'order' })).toEqual({ newer: undefined, older: undefined })
})
