import { expect, it } from 'vitest'
import { NewApiKey } from '@/lib/core/inputs/api-key'
import { readKeyForm } from './key-form'

const now = Date.UTC(2026, 10, 24)
function read(fields: Record<string, string | string[]>, zone = 'UTC') {
  const form = new FormData()
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) form.append(name, value)
  return readKeyForm(form, zone, now)
}

it('a preset is a role, and days are counted from now', () => {
  expect(read({ name: ' robot ', preset: 'member', expiry: '30', scopes: ['message.read'] }).input).toEqual({ name: 'robot', role: 'member', expiresAt: '2026-12-24T00:00:00.000Z' })
})

it('chosen scopes are scopes, even where it is one or none', () => {
  expect(read({ name: 'r', preset: 'chosen', expiry: 'never', scopes: 'message.read' }).input).toEqual({ name: 'r', scopes: ['message.read'] })
  expect(NewApiKey.safeParse(read({ name: 'r', preset: 'chosen', expiry: 'never' }).input).error?.issues[0]?.path).toEqual(['scopes'])
})

it("a date ends at the end of that day where the reader is; one that is none is refused", () => {
  expect(read({ name: 'r', preset: 'viewer', expiry: 'date', date: '2027-01-31' }, 'Asia/Tokyo').input['expiresAt']).toBe('2027-01-31T14:59:59.000Z')
  expect(NewApiKey.safeParse(read({ name: 'r', preset: 'viewer', expiry: 'date', date: 'soon' }).input).error?.issues[0]?.path).toEqual(['expiresAt'])
})
