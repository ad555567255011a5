import { expect, it } from 'vitest'
import { attemptsOf, failedTry } from './attempt'

const at = new Date('2026-11-24T10:00:00Z')

it('keeps the last tries, the newest first, and no more than five before the last', () => {
  let output: unknown = null
  for (let n = 1; n <= 9; n++) output = failedTry(`try ${n}`, at, output)
  expect(attemptsOf(output).map((a) => a.message)).toEqual(['try 9', 'try 8', 'try 7', 'try 6', 'try 5', 'try 4'])
})

it('reads what a worker that went away and what an older version left', () => {
  expect(attemptsOf({ value: { message: 'job heartbeat timeout' } })).toEqual([{ at: '', message: 'job heartbeat timeout' }])
  expect(attemptsOf({ message: 'old' })).toEqual([{ at: '', message: 'old' }])
  expect(attemptsOf(failedTry('new', at, { value: { message: 'job timed out' } }))).toEqual([
    { at: at.toISOString(), message: 'new' },
    { at: '', message: 'job timed out' },
  ])
  for (const nothing of [null, undefined, 7, 'x', { outcome: 1 }]) expect(attemptsOf(nothing)).toEqual([])
})
