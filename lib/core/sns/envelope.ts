import { z } from 'zod'

// The id becomes a key and is written to logs: AWS sends a UUID, and anything printable without spaces is taken.
const messageId = z.string().regex(/^[\x21-\x7e]{1,100}$/, 'must be 1 to 100 printable characters')
const timestamp = z.string().refine((s) => !Number.isNaN(Date.parse(s)), 'must be a date')
const common = {
  MessageId: messageId,
  TopicArn: z.string().regex(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[\w.-]{1,256}$/, 'must be the ARN of an SNS topic'),
  Message: z.string(),
  Timestamp: timestamp,
  SignatureVersion: z.enum(['1', '2']),
  Signature: z.string().min(1).max(4096),
  SigningCertURL: z.string().min(1).max(512),
}
const confirmation = { ...common, Token: z.string().min(1).max(4096), SubscribeURL: z.string().min(1).max(8192) }

/**
 * What SNS posts to an HTTP endpoint, and puts in a queue without raw delivery (SNS Developer Guide, "HTTP/HTTPS headers" and
 * "message and JSON formats"). Other members, such as UnsubscribeURL and MessageAttributes, are not signed: they are cut off.
 */
export const Envelope = z.discriminatedUnion('Type', [
  z.object({ Type: z.literal('Notification'), ...common, Subject: z.string().nullish() }),
  z.object({ Type: z.literal('SubscriptionConfirmation'), ...confirmation }),
  z.object({ Type: z.literal('UnsubscribeConfirmation'), ...confirmation }),
])
export type Envelope = z.infer<typeof Envelope>

/** The region of a topic, and whether it lies in AWS's Chinese partition. */
export function topicPlace(arn: string): { region: string; china: boolean } {
  const [, partition = '', , region = ''] = arn.split(':')
  return { region, china: partition === 'aws-cn' }
}
