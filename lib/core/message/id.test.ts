import { expect, it } from 'vitest'
import { deliveryId, messageIdFor, timeOfId } from './id'

const at = new Date('2026-03-03T10:25:18.793Z')

it('is a UUIDv7 of the time of the mail', () => {
  const id = deliveryId(at, 'ses-1', 'a@b.example')
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(timeOfId(id)).toEqual(at)
})

it('is the same for the same copy, and another for another', () => {
  const id = deliveryId(at, 'ses-1', 'a@b.example')
  expect(deliveryId(new Date(at), 'ses-1', 'a@b.example')).toBe(id)
  const others = [deliveryId(at, 'ses-2', 'a@b.example'), deliveryId(at, 'ses-1', 'b@b.example'), messageIdFor(at, 'ses-1', 'a@b.example')]
  expect(new Set([id, ...others]).size).toBe(4)
})

it('does not mix up where one part ends and the next begins', () => {
  expect(deliveryId(at, 'ab', 'c')).not.toBe(deliveryId(at, 'a', 'bc'))
})

it('sorts by time', () => {
  const ids = [5, 1, 4, 2, 3].map((s) => deliveryId(new Date(at.getTime() + s), 'x', 'y'))
  expect(ids.toSorted().map((id) => timeOfId(id).getTime() - at.getTime())).toEqual([1, 2, 3, 4, 5])
})

it('refuses a time that a UUIDv7 cannot hold', () => {
  expect(() => deliveryId(new Date(-1), 'a', 'b')).toThrow(RangeError)
  expect(() => deliveryId(new Date(NaN), 'a', 'b')).toThrow(RangeError)
})
