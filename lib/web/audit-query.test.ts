import { expect, it } from 'vitest'
import { auditHref, readAuditQuery } from './audit-query'

it('reads times in the zone of the address, else in the reader\'s', () => {
  const query = { actor: ' a@b.example ', since: '2026-11-24T09:00', kind: '', zone: 'Asia/Tokyo' }
  expect(readAuditQuery(query, 'UTC')).toMatchObject({ values: { actor: 'a@b.example', since: '2026-11-24T09:00' }, zone: 'Asia/Tokyo', problems: [], input: { actor: 'a@b.example', since: '2026-11-24T00:00:00.000Z' } })
  expect(readAuditQuery({ until: '2026-11-24' }, 'Asia/Tokyo').input?.until).toBe('2026-11-23T15:00:00.000Z')
})

it('names what is wrong, and then asks nothing', () => {
  const read = readAuditQuery({ kind: 'robot', verb: 'a b', since: 'soon', cursor: 'x' }, 'UTC')
  expect([read.input, read.problems.map((p) => p.name)]).toEqual([undefined, ['kind', 'verb', 'since', 'cursor']])
})

it('writes an address that reads as the same', () => {
  const { values, zone } = readAuditQuery({ verb: 'domain', since: '2026-11-24T09:00', zone: 'Asia/Tokyo' }, 'UTC')
  const href = auditHref('/t/a/audit', values, { zone, cursor: '1.01900000-0000-7000-8000-000000000000' })
  const again = readAuditQuery(Object.fromEntries(new URL(href, 'http://x').searchParams), 'UTC')
  expect([again.values, again.zone, again.cursor]).toEqual([values, zone, '1.01900000-0000-7000-8000-000000000000'])
  expect(auditHref('/t/a/audit', {}, { zone })).toBe('/t/a/audit')
})
