import type { ReceiptFilter } from '@aws-sdk/client-ses'
import { describe, expect, it } from 'vitest'
import { isBlocked } from './filters'

const filter = (text: string): ReceiptFilter => {
  const [policy, cidr] = text.split(' ')
  return { Name: 'f', IpFilter: { Policy: policy === 'Block' ? 'Block' : 'Allow', Cidr: cidr } }
}

describe('receipt filters', () => {
  it.each<[string[], string, boolean]>([
    [[], '192.0.2.1', false],
    [['Block 192.0.2.0/24'], '192.0.2.1', true],
    [['Block 192.0.2.0/24'], '192.0.3.1', false],
    [['Block 192.0.2.1'], '192.0.2.1', true],
    [['Block 192.0.2.1'], '::ffff:192.0.2.1', true],
    [['Block 0.0.0.0/0', 'Allow 192.0.2.0/24'], '192.0.2.1', false],
    [['Allow 192.0.2.0/24', 'Block 0.0.0.0/0'], '192.0.2.1', false],
    [['Block 0.0.0.0/0', 'Allow 192.0.2.0/24'], '198.51.100.1', true],
    [['Allow 192.0.2.0/24', 'Block 192.0.2.7/32'], '192.0.2.7', true],
    [['Block 192.0.2.7', 'Allow 192.0.2.0/24'], '192.0.2.7', true],
    [['Block 192.0.2.7', 'Allow 192.0.2.7'], '192.0.2.7', false],
    [['Allow 192.0.2.7', 'Block 192.0.2.7'], '192.0.2.7', false],
    [['Block 2001:db8::/32'], '2001:db8::1', true],
    [['Block 0.0.0.0/0'], '2001:db8::1', false],
    [['Block nonsense'], '192.0.2.1', false],
  ])('%j, client %s: blocked %s', (filters, ip, blocked) => expect(isBlocked(filters.map(filter), ip)).toBe(blocked))
})
