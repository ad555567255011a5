import { expect, it } from 'vitest'
import { PlatformSettings } from '@/lib/core/inputs/setting'
import { fieldOf, settingOf } from './card-form'

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

it.each([
  [{ mode: 'open', allowedDomains: 'a.example' }, { open: true, allowedDomains: [] }],
  [{ mode: 'closed', allowedDomains: 'a.example' }, { open: false, allowedDomains: ['a.example'] }],
  [{ mode: 'domains', allowedDomains: 'a.example, b.example\nc.example' }, { open: true, allowedDomains: ['a.example', 'b.example', 'c.example'] }],
])('reads who may sign up: %j', (given, wanted) => expect(settingOf('registration', form(given))).toEqual(wanted))

it('does not open the house to all for want of a domain', () => {
  const parsed = PlatformSettings.safeParse({ registration: settingOf('registration', form({ mode: 'domains', allowedDomains: ' ' })) })
  expect(parsed.error?.issues.map((i) => fieldOf(i.path as string[]))).toEqual(['allowedDomains'])
})

it('reads limits: empty is the default, a tick is none, and words are refused at their field', () => {
  const given = settingOf('limits', form({ 'usual.domains': '5', 'usual.members': '', 'newcomer.domains.none': 'yes', 'newcomer.domains': '3', newcomerDays: '7' }))
  expect(given).toEqual({ usual: { domains: 5 }, newcomer: { domains: null }, newcomerDays: 7 })
  const wrong = PlatformSettings.safeParse({ limits: settingOf('limits', form({ 'usual.domains': 'many', newcomerDays: '-1' })) })
  expect(wrong.error?.issues.map((i) => fieldOf(i.path as string[]))).toEqual(['usual.domains', 'newcomerDays'])
})
