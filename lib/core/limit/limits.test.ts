import { expect, it } from 'vitest'
import { crossed, leftOf, limitsOf, newcomerLimits, stateOf, usualLimits } from './limits'

const now = new Date('2026-02-28T23:59:00Z')
const later = new Date('2026-03-01T00:00:00Z')

it('an established tenant has the usual limits, a newcomer the lower of both, and an operator’s word goes before', () => {
  const none = { platform: {}, own: {} }
  expect(limitsOf({ ...none, newUntil: null }, now)).toEqual(usualLimits)
  expect(limitsOf({ ...none, newUntil: now }, now)).toEqual(usualLimits)
  expect(limitsOf({ ...none, newUntil: later }, now)).toEqual(newcomerLimits)
  const platform = { usual: { domains: 3, members: null }, newcomer: { members: 4 } }
  expect(limitsOf({ platform, own: { members: null, apiPerSecond: 7 }, newUntil: later }, now)).toEqual({ ...newcomerLimits, domains: 3, members: null, apiPerSecond: 7 })
})

it('is near from eighty in a hundred, and reached at the limit; without one it is never', () => {
  expect([79, 80, 99, 100, 101].map((n) => stateOf(n, 100))).toEqual(['fine', 'near', 'near', 'reached', 'reached'])
  expect(stateOf(0, 0)).toBe('reached')
  expect(stateOf(1e12, null)).toBe('fine')
  expect([crossed(79, 80, 100), crossed(80, 99, 100), crossed(99, 100, 100), crossed(100, 500, 100)]).toEqual([true, false, true, false])
  expect([leftOf(3, 5), leftOf(9, 5), leftOf(9, null)]).toEqual([2, 0, Infinity])
})
