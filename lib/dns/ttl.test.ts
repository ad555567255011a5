import { expect, it } from 'vitest'
import { question, ttlOf } from './ttl'

const mx = 15
/** An answer to `a.test MX` with records at a pointer to the question's name. */
const answer = (id: number, ...records: { type: number; ttl: number }[]) => {
  const head = question(id, 'a.test', mx)
  head[2] = 0x81
  head[7] = records.length
  const each = records.map(({ type, ttl }) => {
    const record = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 0, 0, 2, 0xc0, 12])
    record.writeUInt32BE(ttl, 6)
    return record
  })
  return Buffer.concat([head, ...each])
}

it('asks as RFC 1035 has it', () => {
  expect(question(0x0102, 'a.test', mx).toString('hex')).toBe('010201000001000000000000' + '01610474657374' + '00' + '000f' + '0001')
})

it('reads the smallest TTL of the type', () => {
  expect(ttlOf(answer(7, { type: mx, ttl: 3600 }, { type: mx, ttl: 300 }, { type: 5, ttl: 1 }), 7, mx)).toBe(300)
  expect(ttlOf(answer(7, { type: mx, ttl: 0xffffffff }), 7, mx)).toBe(0)
})

it('reads nothing from an answer to something else, a question, or half an answer', () => {
  expect(ttlOf(answer(7, { type: mx, ttl: 3600 }), 8, mx)).toBeUndefined()
  expect(ttlOf(question(7, 'a.test', mx), 7, mx)).toBeUndefined()
  expect(ttlOf(answer(7), 7, mx)).toBeUndefined()
  expect(ttlOf(Buffer.alloc(3), 0, mx)).toBeUndefined()
  expect(() => ttlOf(answer(7, { type: mx, ttl: 3600 }).subarray(0, 30), 7, mx)).toThrow(RangeError)
})
