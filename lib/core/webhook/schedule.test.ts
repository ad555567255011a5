import { expect, it } from 'vitest'
import { nextTry, retryAfterSeconds } from './schedule'

const since = new Date('2026-11-24T00:00:00Z')
const seconds = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 1000

/** All tries of an event that is never taken: seconds after the first. */
function allTries(chance: number): number[] {
  const tries = [0]
  let now = since
  for (let step = 0; ; step++) {
    const next = nextTry({ step, since, now, chance })
    if (!next) return tries
    tries.push(seconds(since, next))
    now = next
  }
}

it('tries ten times within three days, the last time at their end', () => {
  expect(allTries(0)).toEqual([0, 5, 305, 2105, 9305, 27_305, 63_305, 113_705, 185_705, 259_200])
  const late = allTries(1)
  expect(late).toHaveLength(10)
  expect(late.at(-1)).toBe(259_200)
})

it('lets a wait be lengthened by a tenth, never shortened', () => {
  for (const chance of [0, 0.5, 1]) expect(seconds(since, nextTry({ step: 1, since, now: since, chance })!)).toBe(300 + 30 * chance)
})

it('waits as long as the receiver asks, up to a day and to the end', () => {
  const wait = (retryAfter: number, now = since) => seconds(now, nextTry({ step: 0, since, now, retryAfter, chance: 0 })!)
  expect(wait(2)).toBe(5)
  expect(wait(600)).toBe(600)
  expect(wait(1e9)).toBe(86_400)
  const late = new Date(since.getTime() + 250_000_000)
  expect(wait(86_400, late)).toBe(9200)
})

it('reads a Retry-After as number or date', () => {
  expect(retryAfterSeconds('120', since)).toBe(120)
  expect(retryAfterSeconds('Tue, 24 Nov 2026 00:01:00 GMT', since)).toBe(60)
  expect(retryAfterSeconds('Mon, 23 Nov 2026 00:01:00 GMT', since)).toBe(0)
  for (const nothing of [undefined, '', 'soon', '-5x']) expect(retryAfterSeconds(nothing, since)).toBeUndefined()
})
