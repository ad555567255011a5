import { expect, it } from 'vitest'
import { noticeKinds } from './kinds'

it('what warns of an attack or of mail that stops cannot be switched off', () => {
  const always = Object.entries(noticeKinds).flatMap(([name, kind]) => ('always' in kind ? [name] : []))
  expect(always).toEqual(['domainFailing', 'domainLapsed', 'domainTaken', 'limitReached', 'ownershipMoved', 'tenantSuspended', 'tenantDeletion', 'impersonated', 'keyRotated'])
})
