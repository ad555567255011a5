import { expect, it } from 'vitest'
import { Registration, registrationProblem } from './registration'

it.each([
  [{}, 'a@shop.example', undefined],
  [{ open: false }, 'a@shop.example', 'closed'],
  [{ allowedDomains: ['Shop.example'] }, 'a@SHOP.example', undefined],
  [{ allowedDomains: ['shop.example'] }, 'a@sub.shop.example', 'domain'],
  [{ allowedDomains: ['shop.example'] }, 'a@evilshop.example', 'domain'],
  [{ allowedDomains: ['shop.example'] }, '"@shop.example"@evil.example', 'domain'],
] as const)('%o and %s: %s', (setting, email, problem) => {
  expect(registrationProblem(Registration.parse(setting), email)).toBe(problem)
})

it.each(['@shop.example', 'shop', '*.example', 'a b.example'])('%s is no domain', (name) => {
  expect(Registration.safeParse({ allowedDomains: [name] }).success).toBe(false)
})
