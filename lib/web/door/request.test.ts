import { afterEach, expect, it } from 'vitest'
import { largestBody } from '@/lib/core/sns/verify'
import type { Door } from './process'
import { answerRequest } from './request'

const shared = globalThis as typeof globalThis & { postroomDoor?: Door }
afterEach(() => delete shared.postroomDoor)

it("hands a request of Next's to the process's own receiver, within the same limit", async () => {
  const received: Buffer[] = []
  shared.postroomDoor = {
    receiver: {
      receive: (body) => {
        received.push(body)
        return Promise.resolve({ status: 503, body: '{"outcome":"unavailable"}' })
      },
      drained: () => Promise.resolve(),
    },
    close: () => Promise.resolve(),
  }
  const post = (body: string) => answerRequest(new Request('http://localhost/api/webhooks/sns', { method: 'POST', body }))
  const answer = await post('{"a":"ü"}')
  expect([answer.status, await answer.text()]).toEqual([503, '{"outcome":"unavailable"}'])
  expect((await post(' '.repeat(largestBody + 1))).status).toBe(413)
  expect(received.map(String)).toEqual(['{"a":"ü"}'])
})
