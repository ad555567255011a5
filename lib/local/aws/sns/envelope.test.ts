import { generateKeyPairSync, verify } from 'node:crypto'
import { expect, it } from 'vitest'
import { signature, stringToSign, type Signed } from './envelope'

const notification: Signed = {
  Type: 'Notification',
  MessageId: 'id-1',
  TopicArn: 'arn:aws:sns:eu-west-1:000000000000:mail',
  Subject: 'Grüße',
  Message: '{"a":1}',
  Timestamp: '2026-01-02T03:04:05.678Z',
}

it('signs the documented members in the documented order, with a final newline', () => {
  expect(stringToSign(notification)).toBe(
    'Message\n{"a":1}\nMessageId\nid-1\nSubject\nGrüße\nTimestamp\n2026-01-02T03:04:05.678Z\n' +
      'TopicArn\narn:aws:sns:eu-west-1:000000000000:mail\nType\nNotification\n',
  )
  const { Subject: _left, ...bare } = notification
  expect(stringToSign(bare)).not.toContain('Subject')
  const confirmation: Signed = { ...bare, Type: 'SubscriptionConfirmation', Token: 't', SubscribeURL: 'http://x/' }
  expect(stringToSign(confirmation)).toBe(
    'Message\n{"a":1}\nMessageId\nid-1\nSubscribeURL\nhttp://x/\nTimestamp\n2026-01-02T03:04:05.678Z\nToken\nt\n' +
      'TopicArn\narn:aws:sns:eu-west-1:000000000000:mail\nType\nSubscriptionConfirmation\n',
  )
})

it('uses SHA-1 for version 1 and SHA-256 for version 2', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const text = Buffer.from(stringToSign(notification))
  for (const [version, hash, other] of [
    ['1', 'sha1', 'sha256'],
    ['2', 'sha256', 'sha1'],
  ] as const) {
    const bytes = Buffer.from(await signature(notification, version, privateKey), 'base64')
    expect(verify(hash, text, publicKey, bytes)).toBe(true)
    expect(verify(other, text, publicKey, bytes)).toBe(false)
  }
})
