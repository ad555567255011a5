import { expect, it } from 'vitest'
import { domainOf, parseEnvelopeAddress } from './envelope'

it('takes an address apart in lower case', () => {
  expect(parseEnvelopeAddress('<Sales+Spring+1@Example.COM.>')).toEqual({
    address: 'sales+spring+1@example.com',
    local: 'sales+spring+1',
    domain: 'example.com',
    tag: 'spring+1',
    mailbox: 'sales@example.com',
  })
})

it.each([
  ['a@b.example', undefined, 'a@b.example'],
  ['+tag@b.example', undefined, '+tag@b.example'],
  ['a+@b.example', '', 'a@b.example'],
  ['"a+b"@b.example', undefined, '"a+b"@b.example'],
  ['"a@b"@c.example', undefined, '"a@b"@c.example'],
])('%s has the tag %s and the mailbox %s', (text, tag, mailbox) => {
  expect(parseEnvelopeAddress(text)).toMatchObject({ tag, mailbox })
})

it.each([
  ['user@BÜCHER.example', 'xn--bcher-kva.example'],
  ['user@日本語.jp', 'xn--wgv71a119e.jp'],
  ['user@[192.0.2.1]', '[192.0.2.1]'],
  ['user@_x.example', '_x.example'],
])('%s has the domain %s', (text, domain) => {
  expect(domainOf(text)).toBe(domain)
})

it.each(['', '<>', '@b.example', 'postmaster', 'a@', 'a@b c'])('%j cannot be routed', (text) => {
  expect(parseEnvelopeAddress(text)).toBeUndefined()
})
