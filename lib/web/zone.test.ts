import { expect, it } from 'vitest'
import { chooseZone, instantOf, wallClock } from './zone'

it.each([
  ['2026-11-24T14:02', 'Asia/Tokyo', '2026-11-24T05:02:00.000Z'],
  ['2026-11-24T14:02:11', 'UTC', '2026-11-24T14:02:11.000Z'],
  ['2026-07-01T00:00', 'Europe/Berlin', '2026-06-30T22:00:00.000Z'],
  // 29 March 2026: 02:00 becomes 03:00.
  ['2026-03-29T01:59', 'Europe/Berlin', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
  // 25 October 2026: 03:00 becomes 02:00; 02:30 comes twice.
  ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25T03:30', 'Europe/Berlin', '2026-10-25T02:30:00.000Z'],
])('%s in %s is %s', (wall, zone, iso) => {
  expect(instantOf(wall, zone)?.toISOString()).toBe(iso)
})

it.each(['', 'yesterday', '2026-13-01T00:00', '2026-01-01'])('takes no wall-clock time from %j', (wall) => {
  expect(instantOf(wall, 'UTC')).toBeUndefined()
})

it('takes a zone that it knows, else UTC', () => {
  expect(chooseZone('Asia%2FTokyo')).toBe('Asia/Tokyo')
  expect(chooseZone('Mars/Olympus')).toBe('UTC')
  expect(chooseZone('%')).toBe('UTC')
  expect(chooseZone(undefined)).toBe('UTC')
})

it('gives back the wall-clock time', () => {
  expect(wallClock(new Date('2026-11-24T05:02:11Z'), 'Asia/Tokyo')).toBe('2026-11-24T14:02')
  expect(wallClock(new Date('2026-06-30T22:00:00Z'), 'Europe/Berlin')).toBe('2026-07-01T00:00')
})
