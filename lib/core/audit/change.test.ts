import { expect, it } from 'vitest'
import { changesOf } from './change'

it('tells the fields that differ, nested ones by their way', () => {
  expect(changesOf({ name: 'a', own: { domains: 3, aliases: 5 }, enabled: true }, { name: 'a', own: { domains: 9, aliases: 5 }, enabled: false })).toEqual([
    { field: 'own.domains', before: '3', after: '9' },
    { field: 'enabled', before: true, after: false },
  ])
})

it('tells all of a side that stands alone', () => {
  expect(changesOf(null, { email: 'a@b.example', role: 'admin' })).toEqual([
    { field: 'email', before: undefined, after: 'a@b.example' },
    { field: 'role', before: undefined, after: 'admin' },
  ])
  expect(changesOf({ count: 2 }, undefined)).toEqual([{ field: 'count', before: '2', after: undefined }])
})

it('tells a field that was emptied', () => {
  expect(changesOf({ mailFrom: 'bounce.a.example' }, { mailFrom: null })).toEqual([{ field: 'mailFrom', before: 'bounce.a.example', after: undefined }])
  expect(changesOf({ mailFrom: null }, {})).toEqual([])
})

it('joins a list of words, and gives a list of things as lines', () => {
  expect(changesOf({ eventTypes: ['a', 'b'] }, { eventTypes: ['b'] })).toEqual([{ field: 'eventTypes', before: 'a, b', after: 'b' }])
  expect(changesOf(null, { rules: [{ name: 'x' }] })[0]!.after).toEqual({ lines: ['[', '  {', '    "name": "x"', '  }', ']'] })
})

it('takes values that are no objects', () => {
  expect(changesOf([1, 2], null)).toEqual([{ field: '', before: '1, 2', after: undefined }])
  expect(changesOf(undefined, 'x'.repeat(200))[0]!.after).toEqual({ lines: ['x'.repeat(200)] })
  expect(changesOf(null, null)).toEqual([])
})
