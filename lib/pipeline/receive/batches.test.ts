import { describe, expect, it } from 'vitest'
import { Busy, createBatches, type Committed } from './batches'
import type { Row } from './store'

const row = (id: string, size = 0): Row => ({ id, topic: 't', body: Buffer.alloc(size) })

/** A store whose calls are answered by the test. */
function controlled() {
  const calls: { ids: string[]; done: (stored?: number) => void; fail: (error: unknown) => void }[] = []
  const store = (rows: readonly Row[]) =>
    new Promise<number>((resolve, reject) => {
      calls.push({ ids: rows.map((r) => r.id), done: (stored = rows.length) => resolve(stored), fail: reject })
    })
  return { calls, store }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))
const sqlError = (code: string) => Object.assign(new Error(code), { code })

describe('batches', () => {
  it('a batch is what came while two were being committed', async () => {
    const { calls, store } = controlled()
    const commits: Committed[] = []
    const batches = createBatches(store, (c) => commits.push(c))
    const all = [batches.add(row('a'))]
    await settled()
    all.push(batches.add(row('b')))
    await settled()
    all.push(...['c', 'd', 'e'].map((id) => batches.add(row(id))))
    await settled()
    expect(calls.map((c) => c.ids)).toEqual([['a'], ['b']])
    calls[0]!.done()
    await all[0]
    await settled()
    expect(calls[2]!.ids).toEqual(['c', 'd', 'e'])
    calls[1]!.done()
    calls[2]!.done(2)
    await Promise.all(all)
    await batches.drained()
    expect(commits.map((c) => [c.rows, c.stored])).toEqual([[1, 1], [1, 1], [3, 2]])
  })

  it('those of one turn of the event loop go together', async () => {
    const { calls, store } = controlled()
    const batches = createBatches(store)
    const all = ['a', 'b', 'c'].map((id) => batches.add(row(id)))
    const drained = batches.drained()
    await settled()
    expect(calls.map((c) => c.ids)).toEqual([['a', 'b', 'c']])
    calls[0]!.done()
    await Promise.all([...all, drained])
  })

  it('has at most 200 rows and 8 MiB', async () => {
    const { calls, store } = controlled()
    const batches = createBatches(store)
    const large = 3 * 1024 * 1024
    const all = [batches.add(row('1')), batches.add(row('2'))]
    for (let n = 0; n < 250; n++) all.push(batches.add(row(`s${n}`)))
    for (let n = 0; n < 3; n++) all.push(batches.add(row(`l${n}`, large)))
    await settled()
    for (let n = 0; n < calls.length; n++) {
      calls[n]!.done()
      await settled()
    }
    await Promise.all(all)
    expect(calls.map((c) => c.ids.length)).toEqual([200, 54, 1])
  })

  it('refuses more than 64 MiB at once', async () => {
    const { calls, store } = controlled()
    const batches = createBatches(store)
    const large = 16 * 1024 * 1024
    const all = Array.from({ length: 4 }, (_, n) => batches.add(row(`${n}`, large)))
    await expect(batches.add(row('one more', large))).rejects.toThrow(Busy)
    await settled()
    for (let n = 0; n < calls.length; n++) {
      calls[n]!.done()
      await settled()
    }
    await Promise.all(all)
  })

  it('a batch that fails is tried row by row', async () => {
    const store = async (rows: readonly Row[]) => {
      if (rows.some((r) => r.id === 'bad')) throw sqlError('22021')
      return rows.length
    }
    const batches = createBatches(store)
    const ids = ['1', '2', 'a', 'bad', 'b']
    const results = await Promise.allSettled(ids.map((id) => batches.add(row(id))))
    expect(results.map((r) => r.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  })

  it('without a database it is not tried for each row', async () => {
    let calls = 0
    const batches = createBatches(() => (calls++, Promise.reject(sqlError('57P01'))))
    const results = await Promise.allSettled(Array.from({ length: 102 }, (_, n) => batches.add(row(`${n}`))))
    expect(results.every((r) => r.status === 'rejected')).toBe(true)
    expect(calls).toBe(2)
  })
})
