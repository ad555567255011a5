import { expect, it } from 'vitest'
import { z } from 'zod'
import { Fault } from '@/lib/core/fault'
import { settleEach } from './settle'

const { signal } = new AbortController()
const job = (id: string, data: object = { n: 1 }) => ({ id, name: 'q', data, expireInSeconds: 60, heartbeatSeconds: null, retryCount: 0, signal, output: {} })
const Data = z.object({ n: z.number() })

const failed = (message: unknown) => ({ message, at: expect.any(String), earlier: [] })

it('ends each job by itself', async () => {
  const handle = settleEach('q', Data, 2, async ({ n }) => {
    if (n === 2) throw new Fault('permanent', 'never')
    if (n === 3) throw new Fault('transient', 'later')
    if (n === 4) throw new Error('odd')
    return `did ${n}`
  })
  const results = await handle([1, 2, 3, 4].map((n) => job(String(n), { n })).concat(job('5', { n: 'x' })))
  expect(results.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
    { id: '1', status: 'completed', output: { outcome: 'did 1' } },
    { id: '2', status: 'deadletter', output: failed('never') },
    { id: '3', status: 'failed', output: failed('later') },
    { id: '4', status: 'failed', output: failed('odd') },
    { id: '5', status: 'deadletter', output: failed(expect.stringMatching(/data is not right/)) },
  ])
})

it('runs as many at once as it may, and no more', async () => {
  let running = 0
  let most = 0
  const handle = settleEach('q', Data, 3, async () => {
    most = Math.max(most, (running += 1))
    await new Promise(setImmediate)
    running -= 1
  })
  expect(await handle(Array.from({ length: 10 }, (_, i) => job(String(i))))).toHaveLength(10)
  expect(most).toBe(3)
})
