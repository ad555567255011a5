import { expect, it } from 'vitest'
import { noticeToken, readNoticeToken } from './token'

const [now, before] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
const stop = { userId: '11111111-1111-4111-8111-111111111111', tenantId: '22222222-2222-4222-8222-222222222222', kind: 'domainExpired' } as const

it('is read with the key that signed it, also a former one, and carries an operator without tenant', () => {
  expect(readNoticeToken([now], noticeToken(now, stop))).toEqual(stop)
  expect(readNoticeToken([now, before], noticeToken(before, stop))).toEqual(stop)
  expect(readNoticeToken([now], noticeToken(now, { ...stop, tenantId: null }))).toEqual({ ...stop, tenantId: null })
})

it('is nothing with another key, changed, cut or without end', () => {
  const token = noticeToken(now, stop)
  const other = noticeToken(now, { ...stop, userId: '33333333-3333-4333-8333-333333333333' })
  for (const bad of [noticeToken(before, stop), `${other.split('.')[0]}.${token.split('.')[1]}`, token.slice(0, -1), token.split('.')[0]!, '', '.', 'x'.repeat(5000)]) expect(readNoticeToken([now], bad)).toBeUndefined()
})
