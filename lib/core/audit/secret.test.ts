import { expect, it } from 'vitest'
import { withoutSecrets } from './secret'

it('keeps every field but what a secret stands in, however deep', () => {
  expect(withoutSecrets({ name: 'a', secret: 'whsec_x', previousSecretUntil: '2027', list: [{ tokenHash: 'ab', id: 1 }], none: null })).toEqual({
    name: 'a',
    secret: '…',
    previousSecretUntil: '2027',
    list: [{ tokenHash: '…', id: 1 }],
    none: null,
  })
  expect(withoutSecrets('password')).toBe('password')
})
