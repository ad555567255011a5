import { createHmac, timingSafeEqual } from 'node:crypto'
import { noticeKinds, type NoticeKind } from './kinds'

/** Of which mail a link ends: whose, of which tenant (null: an operator's), which kind. */
export interface Stop {
  userId: string
  tenantId: string | null
  kind: NoticeKind
}

const sign = (key: Buffer, text: string) => createHmac('sha256', key).update(`notice ${text}`).digest('base64url')

/** The token of an unsubscribe link. It does not run out: an old mail's link works as well (RFC 8058 §3.1). */
export function noticeToken(key: Buffer, { userId, tenantId, kind }: Stop): string {
  const text = Buffer.from(`${userId} ${tenantId ?? ''} ${kind}`).toString('base64url')
  return `${text}.${sign(key, text)}`
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Undefined where none of the keys has signed it. */
export function readNoticeToken(keys: readonly Buffer[], token: string): Stop | undefined {
  const [text = '', signature = ''] = token.length < 400 ? token.split('.') : []
  const given = Buffer.from(signature)
  const right = keys.some((key) => {
    const wanted = Buffer.from(sign(key, text))
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  })
  const [userId = '', tenantId = '', kind = ''] = right ? Buffer.from(text, 'base64url').toString().split(' ') : []
  if (!uuid.test(userId) || !Object.hasOwn(noticeKinds, kind)) return undefined
  return { userId, tenantId: tenantId || null, kind: kind as NoticeKind }
}
