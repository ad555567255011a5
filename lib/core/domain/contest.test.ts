import { expect, it } from 'vitest'
import { namesAbove } from './above'
import { contest } from './contest'

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 0, minutes))
const owner = { token: 'a', provenAt: at(10) }
const fresh = { tokenAt: at(11), aloneSince: null }
const old = { tokenAt: at(5), aloneSince: null }

it('the owner stays while its own token stands', () => {
  expect(contest({ found: ['pr=b', ' pr=a '], owner, claim: fresh, ttl: 0, now: at(99) })).toEqual({ kind: 'stays' })
})

it('a token that was issued after the owner’s last proof moves the domain at once', () => {
  expect(contest({ found: ['pr=b'], owner, claim: fresh, ttl: 3600, now: at(12) })).toEqual({ kind: 'moves' })
})

it('an older one has to stand alone for as long as a cache may remember the time before the owner', () => {
  const given = { found: ['pr=b'], owner, claim: old, ttl: 600, now: at(30) }
  expect(contest(given)).toEqual({ kind: 'waits', ms: 600_000 })
  expect(contest({ ...given, claim: { ...old, aloneSince: at(25) } })).toEqual({ kind: 'waits', ms: 300_000 })
  expect(contest({ ...given, claim: { ...old, aloneSince: at(20) } })).toEqual({ kind: 'moves' })
  expect(contest({ ...given, ttl: undefined })).toEqual({ kind: 'waits', ms: 3_600_000 })
})

it('an owner whose proof was never noted does not lose to a token of any age at once', () => {
  expect(contest({ found: ['pr=b'], owner: { ...owner, provenAt: null }, claim: fresh, ttl: 60, now: at(30) })).toEqual({ kind: 'waits', ms: 60_000 })
})

it('names above a name', () => {
  expect(namesAbove('a.mail.shop.example')).toEqual(['mail.shop.example', 'shop.example'])
  expect(namesAbove('shop.example')).toEqual([])
})
