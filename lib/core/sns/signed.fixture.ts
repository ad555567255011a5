import { createPrivateKey, sign, type KeyObject } from 'node:crypto'
import { generate } from 'selfsigned'
import { Envelope } from './envelope'
import { stringToSign } from './string-to-sign'

export const topicArn = 'arn:aws:sns:us-east-1:123456789012:inbound'
export const certificateUrl = `https://sns.us-east-1.amazonaws.com/SimpleNotificationService-${'0123456789abcdef'.repeat(2)}.pem`

export interface Signer {
  pem: string
  key: KeyObject
}

/** A key with a certificate in SNS's name, valid from a day before `now` to a year after, unless told otherwise. */
export async function createSigner(now: number, validity: { name?: string; from?: number; to?: number } = {}): Promise<Signer> {
  const { name = 'sns.amazonaws.com', from = now - 86_400_000, to = now + 31_536_000_000 } = validity
  const made = await generate([{ name: 'commonName', value: name }], {
    keySize: 2048,
    algorithm: 'sha256',
    notBeforeDate: new Date(from),
    notAfterDate: new Date(to),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }],
  })
  return { pem: made.cert, key: createPrivateKey(made.private) }
}

const confirmation = { Token: 'a'.repeat(64), SubscribeURL: 'https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription' }

/** An envelope as SNS would send it, signed after `changes`. */
export function signedEnvelope({ key }: Signer, now: number, changes: Record<string, unknown> = {}): Record<string, unknown> {
  const envelope = Envelope.parse({
    Type: 'Notification',
    MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
    TopicArn: topicArn,
    Subject: 'Amazon SES Email Receipt Notification',
    Message: '{"notificationType":"Received"}\nGrüße 請求',
    Timestamp: new Date(now).toISOString(),
    SignatureVersion: '2',
    Signature: 'none yet',
    SigningCertURL: certificateUrl,
    ...((changes['Type'] ?? 'Notification') === 'Notification' ? {} : confirmation),
    ...changes,
  })
  const algorithm = envelope.SignatureVersion === '2' ? 'RSA-SHA256' : 'RSA-SHA1'
  return { ...envelope, Signature: sign(algorithm, Buffer.from(stringToSign(envelope)), key).toString('base64') }
}

export const bodyOf = (envelope: object): Buffer => Buffer.from(JSON.stringify(envelope, null, 2))
