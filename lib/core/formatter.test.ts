import { describe, expect, it } from 'vitest'
import { dateFormat, disjunction, numberFormat } from './formatter'

describe('formatters', () => {
  it('are made once for each language, zone and form', () => {
    const tokyo = dateFormat('ja', { timeZone: 'Asia/Tokyo', hour: 'numeric' })
    expect(dateFormat('ja', { timeZone: 'Asia/Tokyo', hour: 'numeric' })).toBe(tokyo)
    const at = new Date('2026-11-24T03:00:00Z')
    expect([tokyo, dateFormat('ja', { timeZone: 'UTC', hour: 'numeric' }), dateFormat('en', { timeZone: 'UTC', hour: 'numeric' })].map((f) => f.format(at))).toEqual(['12時', '3時', '3 AM'])
  })

  it('are not kept without end', () => {
    const first = numberFormat('en', { minimumFractionDigits: 0 })
    for (let n = 0; n < 600; n += 1) numberFormat(`en-u-nu-latn-x-n${n}`, {})
    expect(numberFormat('en', { minimumFractionDigits: 0 })).not.toBe(first)
    expect(numberFormat('en', { minimumFractionDigits: 0 }).format(1234)).toBe('1,234')
  })

  it('refuse a zone that is unknown, each time', () => {
    for (const _ of [1, 2]) expect(() => dateFormat('en', { timeZone: 'Mars/Base' })).toThrow(RangeError)
  })

  it('name one of several', () => {
    expect(disjunction('en', 'or').format(['a', 'b', 'c'])).toBe('a, b, or c')
  })
})
