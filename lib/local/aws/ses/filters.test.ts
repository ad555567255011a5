import { describe, expect, it } from 'vitest'
import { checkCidr } from './filters'

describe('checkCidr', () => {
  it.each(['10.0.0.1', '10.0.0.0/8', '0.0.0.0/0', '2001:db8::1', '2001:db8::/32', '::/0'])('takes %s', (cidr) =>
    expect(checkCidr(cidr)).toBe(cidr),
  )
  it.each([
    '',
    '10.0.0.0/33',
    '::/129',
    '[2001:db8::1]',
    'fe80::1%eth0',
    '::ffff:192.0.2.1',
    '10.0.0',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '10.0.0.0/-1',
    'a.example',
  ])('refuses "%s"', (cidr) => expect(() => checkCidr(cidr)).toThrow(`Invalid CIDR block: ${cidr}`))
})
