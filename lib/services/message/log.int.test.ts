import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LogPage } from '@/lib/core/inputs/message'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeDelivery, makeTenant, type TestTenant } from '@/lib/testing/tenants'
import { readLog } from './list'
import { countNews } from './news'
import { deleteView, listViews, saveView } from './saved-view'
import { mostRows, volume } from './volume'

let db: TestDatabase
let ours: TestTenant
let theirs: TestTenant
/** Newest first, ten minutes apart. */
const ids: string[] = []
const now = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000)
const minutes = (n: number) => new Date(now.getTime() - n * 60_000)

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
  ours = await makeTenant(db)
  theirs = await makeTenant(db)
  for (let n = 0; n < 20; n += 1) ids.push(await makeDelivery(db, ours.id, { receivedAt: minutes(n * 10 + 1), disposition: n % 4 ? 'kept' : 'quarantined' }))
  await makeDelivery(db, theirs.id, { receivedAt: minutes(1) })
  await db.owner.query(`UPDATE delivery SET dmarc = 'FAIL', virus = 'GRAY' WHERE id = ANY ($1)`, [[ids[2], ids[9]]])
})
afterAll(() => db.drop())

const read = async (input: LogPage, who = ours) => {
  const { data, older, newer } = await readLog({ ctx: who.as('viewer'), input })
  return { ids: data.map((d) => d.id), older, newer }
}

describe('the log', () => {
  it('is walked to its end and back by the same pages', async () => {
    const down = [await read({ limit: 6 })]
    while (down.at(-1)!.older) down.push(await read({ limit: 6, cursor: down.at(-1)!.older! }))
    expect(down.flatMap((p) => p.ids)).toEqual(ids)
    expect(down.map((p) => p.newer !== null)).toEqual([false, true, true, true])
    const up = [down.at(-1)!]
    while (up.at(-1)!.newer) up.push(await read({ limit: 6, newer: up.at(-1)!.newer! }))
    expect(up.map((p) => p.ids)).toEqual(down.map((p) => p.ids).reverse())
  })

  it('goes back within its filters and times', async () => {
    const quarantined = ids.filter((_, n) => n % 4 === 0)
    expect(await read({ limit: 2, disposition: 'quarantined', newer: quarantined[4]! })).toEqual({ ids: quarantined.slice(2, 4), older: quarantined[3], newer: quarantined[2] })
    expect((await read({ limit: 2, newer: ids[19]!, since: minutes(30).toISOString() })).ids).toEqual([ids[1], ids[2]])
  })

  it.each([['dmarc', 'FAIL', [2, 9]], ['virus', 'GRAY', [2, 9]], ['spf', 'FAIL', []], ['dkim', 'PASS', [0, 1]]] as const)('filters by %s %s', async (name, word, expected) => {
    expect((await read({ [name]: word, limit: Math.max(1, expected.length) })).ids).toEqual(expected.map((n) => ids[n]))
  })

  it('counts what is newer, with the same filters, and nothing of another tenant', async () => {
    const count = (input: LogPage, who = ours) => countNews({ ctx: who.as('viewer'), input })
    expect(await count({ newer: ids[5]! })).toEqual({ count: 5, more: false })
    expect(await count({ newer: ids[5]!, disposition: 'quarantined' })).toEqual({ count: 2, more: false })
    expect(await count({ newer: ids[5]!, q: 'order' })).toEqual({ count: 5, more: false })
    expect(await count({ newer: ids[19]! }, theirs)).toEqual({ count: 1, more: false })
  })
})

describe('the volume', () => {
  it('counts by hour and outcome within its filters', async () => {
    await db.owner.query(`INSERT INTO hour_count SELECT "tenantId", date_trunc('hour', "receivedAt", 'UTC'), direction, disposition, count(*) FROM delivery GROUP BY 1, 2, 3, 4`)
    const all = await volume({ ctx: ours.as('viewer'), input: { since: minutes(240).toISOString() }, now })
    // Six an hour; of each ten minutes every fourth is quarantined, the newest first.
    expect(all).toEqual({
      unit: 'hour',
      buckets: [4, 3, 2, 1].map((n) => minutes(n * 60)),
      series: [
        { disposition: 'kept', counts: [3, 2, 1, 0].map((h) => ids.filter((_, n) => Math.floor(n / 6) === h && n % 4).length) },
        { disposition: 'quarantined', counts: [3, 2, 1, 0].map((h) => ids.filter((_, n) => Math.floor(n / 6) === h && n % 4 === 0).length) },
      ],
    })
    const failed = await volume({ ctx: ours.as('viewer'), input: { since: minutes(240).toISOString(), dmarc: 'FAIL' }, now })
    expect(failed!.series.flatMap((s) => s.counts).reduce((a, b) => a + b, 0)).toBe(2)
  })

  it('takes days from the counts, and a search has none', async () => {
    await db.owner.query(`INSERT INTO day_count ("tenantId", day, direction, disposition, n) VALUES ($1, $2, 'in', 'kept', 1234567), ($1, $2, 'out', 'sent', 3)`, [ours.id, minutes(3 * 1440)])
    const week = { since: minutes(7 * 1440).toISOString() }
    const days = await volume({ ctx: ours.as('viewer'), input: week, now })
    expect(days).toMatchObject({ unit: 'day' })
    expect(days!.series.map((s) => [s.disposition, s.counts.reduce((a, b) => a + b, 0)])).toEqual([['kept', 1_234_567], ['sent', 3]])
    expect(await volume({ ctx: theirs.as('viewer'), input: week, now })).toBeNull()
    expect(await volume({ ctx: ours.as('viewer'), input: { ...week, q: 'order' }, now })).toBeNull()
    expect(mostRows).toBeLessThanOrEqual(20_000)
  })
})

describe('saved views', () => {
  it('are a user’s own, by name, and deleted by that user alone', async () => {
    const me = ours.as('viewer')
    const colleague = { ...me, actor: { kind: 'user' as const, id: theirs.userId } }
    const saved = await saveView({ ctx: me, input: { name: ' auth failed ', query: 'dmarc=FAIL' } })
    await saveView({ ctx: me, input: { name: 'auth failed', query: 'spf=FAIL' } })
    expect(await listViews({ ctx: me })).toEqual([{ id: saved.id, name: 'auth failed', query: 'spf=FAIL' }])
    expect(await listViews({ ctx: colleague })).toEqual([])
    expect(await listViews({ ctx: { ...me, tenantId: theirs.id } })).toEqual([])
    for (const ctx of [colleague, { ...me, tenantId: theirs.id }]) await expect(deleteView({ ctx, input: { id: saved.id } })).rejects.toMatchObject({ code: 'not_found' })
    await expect(listViews({ ctx: { ...me, actor: { kind: 'apiKey', id: 'k' } } })).rejects.toMatchObject({ code: 'forbidden' })
    await deleteView({ ctx: me, input: { id: saved.id } })
    expect(await listViews({ ctx: me })).toEqual([])
  })
})

it('reads each form of the log by an index, as the web’s role', async () => {
  const plans: string[] = []
  const forms: [string, boolean][] = [['true', false], [`disposition = 'quarantined'`, true], ...['spam', 'virus', 'spf', 'dkim', 'dmarc'].map((v): [string, boolean] => [`${v} <> 'PASS' AND ${v} = 'FAIL'`, true])]
  const client = await db.web.pool.connect()
  try {
    await client.query('BEGIN')
    await client.query(`SELECT set_config('app.tenant', $1, true)`, [ours.id])
    await client.query('SET LOCAL enable_seqscan = off')
    await client.query('SET LOCAL enable_bitmapscan = off')
    for (const [where, own] of forms)
      for (const direction of ['ASC', 'DESC']) {
        const { rows } = await client.query(
          `EXPLAIN SELECT id FROM delivery WHERE "tenantId" = $1 AND id < 'ffffffff-ffff-ffff-ffff-ffffffffffff' AND id >= '00000000-0000-0000-0000-000000000000' AND ${where} ORDER BY id ${direction} LIMIT 51`,
          [ours.id],
        )
        const plan = rows.map((r) => r['QUERY PLAN']).join('\n')
        expect(plan).not.toMatch(/Seq Scan/)
        // No filter but the index's own: a plan that reads along the key and throws rows away is not one for ten million.
        if (own && !/Index (Only )?Scan.*delivery_\d+_tenantId_(disposition|spam|virus|spf|dkim|dmarc)_id/.test(plan)) plans.push(`${where} ${direction}\n${plan}`)
      }
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
  expect(plans).toEqual([])
})
