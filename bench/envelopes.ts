import { randomBytes, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bodyOf, createSigner, signedEnvelope, topicArn } from '@/lib/core/sns/signed.fixture'

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
  const recipients = ['a@b.example']
  const mail = { messageId: 'm', destination: recipients, headers }
  const Message = JSON.stringify({ notificationType: 'Received', mail, receipt: { recipients } })
  const now = Date.now()
  const ready: Buffer[] = []
  const make = () => {
    const MessageId = randomUUID()
    const UnsubscribeURL = `https://sns.us-east-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${topicArn}:${randomUUID()}`
    return bodyOf({ ...signedEnvelope(signer, now, { MessageId, Message, Subject: undefined }), UnsubscribeURL })
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
