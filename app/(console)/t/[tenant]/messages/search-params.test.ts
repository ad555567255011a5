import { expect, it } from 'vitest'
import { isUntidy, logHref, readLogQuery } from './search-params'

it('reads every filter, times in the zone of the address', () => {
  const read = readLogQuery(
    { q: ' invoice ', from: 'a.test', disposition: 'quarantined', spam: 'FAIL', since: '2026-11-24T14:02', zone: 'Asia/Tokyo', recipient: '' },
    'UTC',
  )
  expect(read.problems).toEqual([])
  expect(read.values).toEqual({ q: 'invoice', from: 'a.test', disposition: 'quarantined', spam: 'FAIL', since: '2026-11-24T14:02' })
  expect(read.input).toMatchObject({ q: 'invoice', disposition: 'quarantined', since: '2026-11-24T05:02:00.000Z' })
})

it('takes the reader’s zone where the address names none, and ISO times as they are', () => {
  expect(readLogQuery({ since: '2026-11-24' }, 'Asia/Tokyo').input?.since).toBe('2026-11-23T15:00:00.000Z')
  expect(readLogQuery({ until: '2026-11-24T01:00:00+09:00' }, 'UTC').input?.until).toBe('2026-11-23T16:00:00.000Z')
})

it.each([
  ['disposition', 'vanished'],
  ['spam', 'MAYBE'],
  ['since', 'yesterday'],
  ['cursor', 'x'],
  ['q', 'x'.repeat(201)],
])('says that %s is wrong, and filters by nothing', (name, value) => {
  const read = readLogQuery({ [name]: value }, 'UTC')
  expect(read.problems).toEqual([{ name, value }])
  expect(read.input).toBeUndefined()
})

it('writes an address that reads back the same', () => {
  const query = { q: 'a & b', from: 'x@y.test', since: '2026-11-24T14:02', zone: 'Asia/Tokyo' }
  const read = readLogQuery(query, 'UTC')
  const href = logHref('demo', read.values, read)
  expect(Object.fromEntries(new URL(href, 'http://x').searchParams)).toEqual(query)
  expect(logHref('demo', {}, { zone: 'UTC' })).toBe('/t/demo/messages')
})

it('reads the way back to a newer page, and a period as the time before now', () => {
  const newer = '01900000-0000-7000-8000-000000000000'
  const now = new Date('2026-11-24T12:00:00Z')
  expect(readLogQuery({ newer, period: '24h' }, 'UTC', now).input).toMatchObject({ newer, since: '2026-11-23T12:00:00.000Z' })
  expect(readLogQuery({}, 'UTC').input).not.toHaveProperty('newer')
  expect(readLogQuery({ period: '24h', until: '2026-11-24T00:00' }, 'UTC', now).values).toEqual({ until: '2026-11-24T00:00' })
  expect(readLogQuery({ period: '2h' }, 'UTC').problems).toEqual([{ name: 'period', value: '2h' }])
})

it('finds what a form leaves behind', () => {
  expect(isUntidy({ q: 'a', from: '' })).toBe(true)
  expect(isUntidy({ zone: 'UTC' })).toBe(true)
  expect(isUntidy({ zone: 'UTC', since: '2026-01-01T00:00' })).toBe(false)
  expect(isUntidy({ q: 'a' })).toBe(false)
})
