import { sign, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'

export type SignatureVersion = '1' | '2'
export type EnvelopeType = 'Notification' | 'SubscriptionConfirmation' | 'UnsubscribeConfirmation'

export interface EnvelopeAttribute {
  Type: string
  Value: string
}

/** The members of an envelope that its signature covers. */
export interface Signed {
  Type: EnvelopeType
  MessageId: string
  TopicArn: string
  Message: string
  Timestamp: string
  Subject?: string
  Token?: string
  SubscribeURL?: string
}

/** What is signed, in this order ("Verifying the signatures of Amazon SNS messages"). */
const covered: Record<EnvelopeType, (keyof Signed)[]> = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
}

/** Name and value of each member on a line of its own; a newline ends the last one too. */
export const stringToSign = (fields: Signed): string =>
  covered[fields.Type].flatMap((name) => (fields[name] === undefined ? [] : [`${name}\n${fields[name]}\n`])).join('')

const signAsync = promisify(sign)

/** Version 1 is SHA1withRSA, version 2 SHA256withRSA; base64. Signed off the event loop: an RSA signature takes about a millisecond. */
export async function signature(fields: Signed, version: SignatureVersion, key: KeyObject): Promise<string> {
  const bytes = await signAsync(version === '2' ? 'sha256' : 'sha1', Buffer.from(stringToSign(fields)), key)
  return bytes.toString('base64')
}

interface Seal {
  SignatureVersion: SignatureVersion
  Signature: string
  SigningCertURL: string
}

/** The JSON text that SNS posts, members in AWS's order. */
export function envelopeText(
  fields: Signed,
  seal: Seal,
  rest: { UnsubscribeURL?: string; MessageAttributes?: Record<string, EnvelopeAttribute> } = {},
): string {
  const { Type, MessageId, Token, TopicArn, Subject, Message, SubscribeURL, Timestamp } = fields
  const envelope = { Type, MessageId, Token, TopicArn, Subject, Message, SubscribeURL, Timestamp, ...seal, ...rest }
  return JSON.stringify(envelope, undefined, 2)
}
