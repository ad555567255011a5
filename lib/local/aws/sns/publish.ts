import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { AwsError, asAwsError, list } from '@/lib/local/aws/protocol'
import { sizeOf, type MessageAttributes } from '@/lib/local/aws/sqs/message'
import { envelopeText, signature, type EnvelopeAttribute, type Signed } from './envelope'
import { invalidParameter } from './errors'
import { passes } from './filter'
import type { Delivery } from './outbox'
import type { Protocol } from './state'
import type { Sender } from './sender'

/** 262,144 bytes for a message with its attributes, and for a batch (Publish, PublishBatch). */
const largest = 262_144

const attributeSchema = z.record(
  z.string(),
  z.object({ DataType: z.string(), StringValue: z.string().optional(), BinaryValue: z.string().optional() }),
)
const messageSchema = z.object({
  Message: z.string().optional(),
  Subject: z.string().optional(),
  MessageStructure: z.string().optional(),
  MessageAttributes: attributeSchema.optional(),
})
export type Publication = z.infer<typeof messageSchema>

/** Reads the parameters of Publish, or one entry of PublishBatch. */
export function readPublication(input: unknown): Publication {
  const parsed = messageSchema.safeParse(input)
  if (!parsed.success) throw invalidParameter(parsed.error.issues[0]?.path.join('.') ?? 'Message')
  return parsed.data
}

/** Stores one delivery for each confirmed subscription of the topic, and resolves when that is durable. Gives the MessageId. */
export async function publish(sender: Sender, topicArn: string, publication: Publication): Promise<string> {
  const { state } = sender
  const topic = state.topic(topicArn, 'Publish')
  const texts = textsOf(publication)
  const attributes = publication.MessageAttributes ?? {}
  checkAttributes(attributes)
  checkSubject(publication.Subject)
  if (sizeOf(publication.Message ?? '', attributes) > largest) throw invalidParameter('Message too long')

  const messageId = randomUUID()
  const now = state.now()
  const certificate = await sender.certificate()
  const version = topic.attributes['SignatureVersion'] === '2' ? '2' : '1'
  const signatures = new Map<string, { fields: Signed; text: Promise<string> }>()
  const signed = (message: string): { fields: Signed; text: Promise<string> } => {
    let one = signatures.get(message)
    if (!one) {
      const subject = publication.Subject === undefined ? {} : { Subject: publication.Subject }
      const fields: Signed = {
        Type: 'Notification',
        MessageId: messageId,
        TopicArn: topicArn,
        ...subject,
        Message: message,
        Timestamp: now.toISOString(),
      }
      signatures.set(message, (one = { fields, text: signature(fields, version, certificate.key) }))
    }
    return one
  }

  const deliveries: Delivery[] = []
  for (const { arn, subscription } of state.list(topicArn)) {
    if (!subscription.confirmed) continue
    const { protocol, endpoint, attributes: set } = subscription
    const raw = set['RawMessageDelivery'] === 'true'
    const message = texts[protocol] ?? texts.default
    if (!passes(set['FilterPolicy'], set['FilterPolicyScope'], { body: message, attributes })) continue
    let body = message
    if (!raw) {
      const { fields, text } = signed(message)
      const seal = { SignatureVersion: version, Signature: await text, SigningCertURL: sender.certificateUrl(certificate) } as const
      const told = Object.keys(attributes).length === 0 ? {} : { MessageAttributes: envelopeAttributes(attributes) }
      body = envelopeText(fields, seal, { UnsubscribeURL: sender.unsubscribeUrl(arn), ...told })
    }
    const delivery = { type: 'Notification', topicArn, subscriptionArn: arn, messageId, protocol, endpoint, body, raw, attributes } as const
    deliveries.push({ ...delivery, attempts: 0, first: now.getTime(), due: now.getTime() })
  }
  await sender.enqueue(deliveries)
  return messageId
}

/** The text for each protocol: `MessageStructure=json` may give each its own, and needs a default. */
function textsOf({ Message, MessageStructure }: Publication): { default: string } & Partial<Record<Protocol, string>> {
  if (Message === undefined || Message === '') throw invalidParameter('Empty message')
  if (MessageStructure === undefined || MessageStructure === '') return { default: Message }
  if (MessageStructure !== 'json') throw invalidParameter('MessageStructure')
  let parsed: unknown
  try {
    parsed = JSON.parse(Message)
  } catch {
    throw invalidParameter('Message Structure - JSON message body failed to parse')
  }
  const result = z
    .looseObject({ default: z.string(), http: z.string().optional(), https: z.string().optional(), sqs: z.string().optional() })
    .safeParse(parsed)
  if (!result.success) throw invalidParameter('Message Structure - No default entry in JSON message body')
  const { default: usual, http, https, sqs } = result.data
  return { default: usual, ...(http !== undefined && { http }), ...(https !== undefined && { https }), ...(sqs !== undefined && { sqs }) }
}

/** Up to 100 characters, no line breaks or control characters, not beginning with a space (Publish). */
function checkSubject(subject: string | undefined): void {
  if (subject !== undefined && (subject.length < 1 || subject.length > 100 || /^\s|[\u0000-\u001f\u007f]/.test(subject)))
    throw invalidParameter('Subject')
}

function checkAttributes(attributes: MessageAttributes): void {
  for (const [name, { DataType, StringValue, BinaryValue }] of Object.entries(attributes)) {
    if (!/^(String|String\.Array|Number|Binary)(\..+)?$/.test(DataType)) {
      throw new AwsError(
        'ParameterValueInvalid',
        `The message attribute '${name}' has an invalid message attribute type, ` +
          'the set of supported type prefixes is Binary, Number, and String.',
      )
    }
    const value = DataType.startsWith('Binary') ? BinaryValue : StringValue
    if (DataType === 'String.Array' && !isJsonArray(StringValue ?? '')) {
      throw new AwsError('ParameterValueInvalid', `The message attribute '${name}' is not a JSON array.`)
    }
    if (value === undefined || value === '') {
      throw new AwsError(
        'ParameterValueInvalid',
        `The message attribute '${name}' must contain non-empty message attribute value for message attribute type '${DataType}'.`,
      )
    }
  }
}

function isJsonArray(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text))
  } catch {
    return false
  }
}

const envelopeAttributes = (attributes: MessageAttributes): Record<string, EnvelopeAttribute> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, a]) => [name, { Type: a.DataType, Value: a.BinaryValue ?? a.StringValue ?? '' }]),
  )

/** PublishBatch: 1 to 10 entries of distinct ids; each has its own result. */
export async function publishBatch(sender: Sender, topicArn: string, input: unknown): Promise<object> {
  sender.state.topic(topicArn, 'Publish')
  const entries = list(input).map((entry) => ({ Id: String((entry as { Id?: unknown }).Id ?? ''), publication: readPublication(entry) }))
  if (entries.length === 0) throw new AwsError('EmptyBatchRequest', "The batch request doesn't contain any entries.")
  if (entries.length > 10) throw new AwsError('TooManyEntriesInBatchRequest', 'The batch request contains more entries than permissible.')
  if (entries.some(({ Id }) => !/^[A-Za-z0-9_-]{1,80}$/.test(Id))) {
    throw new AwsError('InvalidBatchEntryId', "The Id of a batch entry in a batch request doesn't abide by the specification.")
  }
  if (new Set(entries.map((e) => e.Id)).size !== entries.length) {
    throw new AwsError('BatchEntryIdsNotDistinct', 'Two or more batch entries in the request have the same Id.')
  }
  const size = entries.reduce((total, { publication: p }) => total + sizeOf(p.Message ?? '', p.MessageAttributes ?? {}), 0)
  if (size > largest) throw new AwsError('BatchRequestTooLong', 'The length of all the batch messages put together is more than the limit.')
  const Successful: object[] = []
  const Failed: object[] = []
  await Promise.all(
    entries.map(async ({ Id, publication }) => {
      try {
        Successful.push({ Id, MessageId: await publish(sender, topicArn, publication) })
      } catch (error) {
        const { code, message, fault } = asAwsError(error)
        Failed.push({ Id, Code: code, Message: message, SenderFault: fault === 'Sender' })
      }
    }),
  )
  return { Successful, Failed }
}
