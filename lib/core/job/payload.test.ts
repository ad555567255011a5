import { expect, it } from 'vitest'
import { payloadOf } from './payload'

it('shows ids as they are', () => {
  expect(payloadOf({ planId: 'a', run: 2 })).toEqual([
    { name: 'planId', value: 'a' },
    { name: 'run', value: '2' },
  ])
})

it('hides what may be a secret or a mail, also in what lies deeper, and cuts what is long', () => {
  const shown = payloadOf({ apiKey: 'pr_1', setPassword: 'x', accessToken: 't', rawMail: 'From: a', nested: { secret: 's' }, long: 'x'.repeat(300) })
  expect(shown.filter((e) => e.value !== null).map((e) => e.name)).toEqual(['long'])
  expect(shown.at(-1)!.value).toHaveLength(201)
})
