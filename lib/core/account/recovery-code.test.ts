import { expect, it } from 'vitest'
import { recoveryCode, recoveryHash } from './recovery-code'

it('writes fifteen bytes as twenty-four letters', () => {
  expect(recoveryCode(new Uint8Array(15))).toBe('0000-0000-0000-0000-0000-0000')
  expect(recoveryCode(new Uint8Array(15).fill(255))).toBe('zzzz-zzzz-zzzz-zzzz-zzzz-zzzz')
  expect(recoveryCode(Uint8Array.from([0, 68, 50, 20, 199, 66, 84, 182, 53, 207, 0, 68, 50, 20, 199]))).toBe('0123-4567-89ab-cdef-0123-4567')
})

it('knows a code however it is typed', () => {
  const kept = recoveryHash('01ab-cdef-0123-4567')
  for (const typed of ['01abcdef01234567', ' O1AB CDEF OI23 4567 ', 'oLab-cdef-0i23-4567']) expect(recoveryHash(typed)).toBe(kept)
  expect(recoveryHash('01ab-cdef-0123-4568')).not.toBe(kept)
})
