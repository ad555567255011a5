import { expect, it } from 'vitest'
import { Fault } from '@/lib/core/fault'
import { databaseFault } from './database-fault'

const failed = (code: string | undefined, message = 'm') => Object.assign(new Error(message), code === undefined ? {} : { code })

it.each([
  ['22P05', 'permanent'],
  ['23514', 'permanent'],
  ['40P01', 'transient'],
  ['57P01', 'transient'],
  ['42P01', 'transient'],
  ['ECONNREFUSED', 'transient'],
  [undefined, 'transient'],
])('takes %s for %s', (code, permanence) => {
  expect(databaseFault('Storing', failed(code))).toMatchObject({ permanence, message: 'Storing: m' })
})

it('says what to do where the month is missing, and leaves a Fault as it is', () => {
  expect(databaseFault('Storing', failed('23514', 'no partition of relation "delivery" found for row')).message).toMatch(/make the month, then retry/)
  const fault = new Fault('permanent', 'x')
  expect(databaseFault('Storing', fault)).toBe(fault)
})
