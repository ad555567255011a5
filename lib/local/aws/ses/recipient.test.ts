import { describe, expect, it } from 'vitest'
import { isRecipientCondition } from './recipient'

describe('isRecipientCondition', () => {
  it.each([
    'user@example.com',
    'user+tag@example.com',
    'example.com',
    'sub.example.com',
    '.example.com',
    'a.test',
    'x@shop.example',
    'xn--bcher-kva.example',
  ])('takes %s', (text) => expect(isRecipientCondition(text)).toBe(true))
  it.each([
    '',
    '.',
    'com',
    'x.y.invalid',
    '@example.com',
    'user@',
    'us er@example.com',
    'user@-a.example',
    '..example.com',
    'a@b@c.example',
    'ü@b.example',
    '10.0.0.1',
    '*.example.com',
  ])('refuses "%s"', (text) => expect(isRecipientCondition(text)).toBe(false))
})
