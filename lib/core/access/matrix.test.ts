import { expect, it } from 'vitest'
import { may, mayImpersonating, mayWhileStopped, operatorMay, permissions } from './matrix'

it('gives a viewer reading alone', () => {
  const granted = permissions.filter((p) => may('viewer', p))
  expect(granted).toEqual(['tenant.read', 'message.read', 'domain.read', 'rules.read', 'member.read'])
})

it('gives an owner everything', () => {
  expect(permissions.every((p) => may('owner', p))).toBe(true)
})

it('lets a stopped tenant be read, and seen to its end, and nothing else', () => {
  expect(permissions.filter((p) => p.endsWith('.read') && !mayWhileStopped(p))).toEqual([])
  expect(permissions.filter((p) => !p.endsWith('.read') && mayWhileStopped(p))).toEqual(['tenant.export', 'tenant.delete', 'rules.simulate'])
  expect(mayWhileStopped('constructor')).toBe(false)
})

it('lets an operator who looks into a tenant read, and nothing else', () => {
  expect(permissions.filter((p) => mayImpersonating(p) !== p.endsWith('.read'))).toEqual([])
  expect(mayImpersonating('constructor')).toBe(false)
})

it.each([
  ['root', 'message.read'],
  ['owner', 'message.burn'],
  ['owner', 'constructor'],
  ['__proto__', 'message.read'],
])('refuses the unknown: %s, %s', (role, permission) => {
  expect(may(role, permission)).toBe(false)
})

it('keeps an operator out of what is not named', () => {
  expect(operatorMay('plan.write')).toBe(true)
  expect(operatorMay('message.read')).toBe(false)
})
