import { randomBytes, randomUUID, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { certificateUrl, createSigner, topicArn } from '@/lib/core/sns/signed.fixture'

export { topicArn }

export interface Envelopes {
  /** Where the certificate is served. */
  certOrigin: string
  /** Signs so many more, each of about 3 KB and with an id of its own. */
  prepare(n: number): void
  /** The next one that was never sent. */
  next(): Buffer
  close(): void
}

/** Envelopes as SES's notifications come: signed by SHA-256, 3 KB. Signing is done ahead, outside the measured time. */
export async function createEnvelopes(): Promise<Envelopes> {
  const signer = await createSigner(Date.now())
  const server = createServer((_, response) => response.end(signer.pem))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  const headers = Array.from({ length: 20 }, (_, n) => ({ name: `X-Header-${n}`, value: randomBytes(32).toString('base64') }))
  const Message = JSON.stringify({ notificationType: 'Received', mail: { messageId: 'm', destination: ['a@b.example'], headers }, receipt: { recipients: ['a@b.example'] } })
  const Timestamp = new Date().toISOString()
  const ready: Buffer[] = []
  const make = () => {
    const MessageId = randomUUID()
    const text = `Message\n${Message}\nMessageId\n${MessageId}\nTimestamp\n${Timestamp}\nTopicArn\n${topicArn}\nType\nNotification\n`
    const Signature = sign('RSA-SHA256', Buffer.from(text), signer.key).toString('base64')
    const UnsubscribeURL = `https://sns.us-east-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${topicArn}:${randomUUID()}`
    const envelope = { Type: 'Notification', MessageId, TopicArn: topicArn, Message, Timestamp, SignatureVersion: '2', Signature, SigningCertURL: certificateUrl, UnsubscribeURL }
    return Buffer.from(JSON.stringify(envelope, null, 2))
  }
  return {
    certOrigin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    prepare: (n) => {
      while (ready.length < n) ready.push(make())
    },
    next: () => {
      const body = ready.pop()
      if (!body) throw new Error('The prepared envelopes ran out: prepare more for this machine.')
      return body
    },
    close: () => void server.close(),
  }
}
