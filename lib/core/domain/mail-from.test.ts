import { describe, expect, it } from 'vitest'
import { foreignMailFrom, mailFromAct, mailFromState, type MailFromAtSes, type MailFromWish } from './mail-from'

const wish = (more: Partial<MailFromWish> = {}): MailFromWish => ({ domain: 'b.a.test', onMxFailure: 'default', ours: ['b.a.test'], asked: true, ...more })
const at = (domain: string, more: Partial<NonNullable<MailFromAtSes>> = {}): NonNullable<MailFromAtSes> => ({ domain, state: 'pending', onMxFailure: 'default', ...more })
const off = { domain: null, ours: ['b.a.test'] }

describe('what is done at SES', () => {
  it.each<[string, MailFromWish, NonNullable<MailFromAtSes> | null, string | null]>([
    ['nothing is there', wish(), null, 'set'],
    ['it is there already', wish(), at('b.a.test'), null],
    ['it is there for other mail without an MX', wish({ onMxFailure: 'reject' }), at('b.a.test'), 'set'],
    ['it has failed', wish(), at('b.a.test', { state: 'failed' }), 'set'],
    ['an earlier one of ours is there', wish({ ours: ['old.a.test', 'b.a.test'] }), at('old.a.test'), 'set'],
    ['somebody else’s is there', wish(), at('x.a.test'), null],
    ['somebody else’s is there and may go', wish({ ours: ['b.a.test', 'x.a.test'] }), at('x.a.test'), 'set'],
    ['ours shall go', wish(off), at('b.a.test'), 'clear'],
    ['ours shall go and is gone', wish(off), null, null],
    ['ours shall go, and somebody else’s is there', wish(off), at('x.a.test'), null],
    ['nobody asked, and it was taken off', wish({ asked: false }), null, null],
    ['nobody asked, and it was set again after it was given up', wish({ ...off, asked: false }), at('b.a.test'), null],
    ['nobody asked, and it was changed', wish({ asked: false }), at('b.a.test', { onMxFailure: 'reject' }), null],
  ])('when %s', (_, given, found, act) => expect(mailFromAct(given, found)).toBe(act))

  it('begins anew, once the records stand, what SES gave up', () => {
    const failed = at('b.a.test', { state: 'failed' })
    expect(mailFromAct(wish({ asked: false }), failed)).toBe(null)
    expect(mailFromAct(wish({ asked: false }), failed, true)).toBe('set')
    expect(mailFromAct(wish({ asked: false, ours: [] }), failed, true)).toBe(null)
  })
})

it('how it stands', () => {
  expect(mailFromState(wish(), undefined)).toBe('asked')
  expect(mailFromState(wish({ asked: false }), undefined)).toBe('unknown')
  expect(mailFromState(wish({ asked: false }), null)).toBe('gone')
  expect(mailFromState(wish({ asked: false }), at('b.a.test', { state: 'verified' }))).toBe('verified')
  expect(mailFromState(wish(), at('x.a.test'))).toBe('foreign')
  expect([foreignMailFrom(wish(), at('x.a.test')), foreignMailFrom(wish({ domain: null }), at('b.a.test')), foreignMailFrom(wish(), null)]).toEqual(['x.a.test', null, null])
})
