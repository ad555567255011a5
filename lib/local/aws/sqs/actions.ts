import { z } from 'zod'
import { ACCOUNT } from '@/lib/local/aws/contracts'
import { AwsError } from '@/lib/local/aws/protocol'
import { checkAttributes, number, numeric, readRedrive, type Attributes, type NumericAttribute } from './attributes'
import { batch } from './batch'
import { invalid, missing } from './errors'
import { messageOf, receive, send } from './exchange'
import { messageAttribute, sizeOf } from './message'
import type { QueueState } from './queue'

const strings = z.record(z.string(), z.string()).optional()
const names = z.array(z.string()).optional()
const messageAttributes = z.record(z.string(), messageAttribute).optional()

/** The actions of the SQS API over the queues' state; `base` gives the endpoint for queue URLs. */
export function sqsActions(state: QueueState, base: () => string): Record<string, (input: unknown) => unknown> {
  const url = (name: string): string => `${base()}/${ACCOUNT}/${name}`
  const action =
    <T>(schema: z.ZodType<T>, run: (input: T) => unknown) =>
    (input: unknown): unknown => {
      const parsed = schema.safeParse(input)
      if (parsed.success) return run(parsed.data)
      const issue = parsed.error.issues[0]
      const name = issue?.path.join('.') ?? ''
      throw issue?.message.includes('received undefined')
        ? missing(name)
        : invalid(`Value for parameter ${name} is invalid. Reason: ${issue?.message ?? ''}.`)
    }
  // Any host will do, as with SQS behind a VPC endpoint: the last part of the path is the name.
  const nameOf = (queueUrl: string): string => {
    const name = queueUrl.slice(queueUrl.lastIndexOf('/') + 1)
    state.queue(name)
    return name
  }
  const withUrl = { QueueUrl: z.string() }

  async function create(QueueName: string, attributes: Attributes, tags: Record<string, string>): Promise<unknown> {
    if (QueueName.endsWith('.fifo')) throw new AwsError('UnsupportedOperation', 'The local SQS has standard queues only.')
    if (!/^[A-Za-z0-9_-]{1,80}$/.test(QueueName)) {
      throw invalid('Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length')
    }
    checkAttributes(attributes)
    checkDeadLetters(state, attributes)
    let differs: string | undefined
    await state.transaction(() => {
      const existing = state.queues.get(QueueName)
      differs = undefined
      if (existing) {
        differs = Object.keys(attributes).find((n) => attributes[n] !== effective(existing.attributes, n))
        return
      }
      const created = Math.floor(state.now().getTime() / 1000)
      void state.queues.put(QueueName, { attributes, tags, created, modified: created })
    })
    if (differs !== undefined) {
      throw new AwsError('QueueNameExists', `A queue already exists with the same name and a different value for attribute ${differs}`)
    }
    return { QueueUrl: url(QueueName) }
  }

  return {
    CreateQueue: action(z.object({ QueueName: z.string(), Attributes: strings, tags: strings }), (i) =>
      create(i.QueueName, i.Attributes ?? {}, i.tags ?? {}),
    ),
    GetQueueUrl: action(z.object({ QueueName: z.string() }), ({ QueueName }) => {
      state.queue(QueueName)
      return { QueueUrl: url(QueueName) }
    }),
    ListQueues: action(
      z.object({
        QueueNamePrefix: z.string().optional(),
        MaxResults: z.number().int().min(1).max(1000).optional(),
        NextToken: z.string().optional(),
      }),
      ({ QueueNamePrefix = '', MaxResults = 1000, NextToken }) => {
        const after = NextToken === undefined ? '' : Buffer.from(NextToken, 'base64').toString('utf8')
        const all = [...state.queues.getKeys()].filter((n) => n.startsWith(QueueNamePrefix) && n > after)
        const page = all.slice(0, MaxResults)
        const last = page.at(-1)
        return {
          ...(page.length > 0 && { QueueUrls: page.map(url) }),
          ...(all.length > page.length && last !== undefined && { NextToken: Buffer.from(last).toString('base64') }),
        }
      },
    ),
    GetQueueAttributes: action(z.object({ ...withUrl, AttributeNames: names }), ({ QueueUrl, AttributeNames = [] }) => {
      const all = describe(state, nameOf(QueueUrl))
      const unknown = AttributeNames.find((n) => n !== 'All' && !(n in all) && !(n in optional))
      if (unknown !== undefined) throw new AwsError('InvalidAttributeName', `Unknown Attribute ${unknown}.`)
      const wanted = Object.entries(all).filter(([n]) => AttributeNames.includes('All') || AttributeNames.includes(n))
      return wanted.length === 0 ? {} : { Attributes: Object.fromEntries(wanted) }
    }),
    SetQueueAttributes: action(z.object({ ...withUrl, Attributes: z.record(z.string(), z.string()) }), async ({ QueueUrl, Attributes }) => {
      const name = nameOf(QueueUrl)
      checkAttributes(Attributes)
      checkDeadLetters(state, Attributes)
      await state.transaction(() => {
        const queue = state.queues.get(name)
        if (!queue) return
        const attributes = Object.fromEntries(Object.entries({ ...queue.attributes, ...Attributes }).filter(([, v]) => v !== ''))
        void state.queues.put(name, { ...queue, attributes, modified: Math.floor(state.now().getTime() / 1000) })
      })
      state.waiters.signal(name)
    }),
    DeleteQueue: action(z.object(withUrl), async ({ QueueUrl }) => {
      const name = nameOf(QueueUrl)
      await state.queues.remove(name)
      await state.purge(name)
      state.waiters.signal(name)
    }),
    PurgeQueue: action(z.object(withUrl), ({ QueueUrl }) => state.purge(nameOf(QueueUrl))),
    TagQueue: action(z.object({ ...withUrl, Tags: z.record(z.string(), z.string()) }), ({ QueueUrl, Tags }) =>
      retag(state, nameOf(QueueUrl), (tags) => ({ ...tags, ...Tags })),
    ),
    UntagQueue: action(z.object({ ...withUrl, TagKeys: z.array(z.string()) }), ({ QueueUrl, TagKeys }) =>
      retag(state, nameOf(QueueUrl), (tags) => Object.fromEntries(Object.entries(tags).filter(([k]) => !TagKeys.includes(k)))),
    ),
    ListQueueTags: action(z.object(withUrl), ({ QueueUrl }) => ({ Tags: state.queue(nameOf(QueueUrl)).tags })),

    SendMessage: action(
      z.object({ ...withUrl, MessageBody: z.string(), DelaySeconds: delay, MessageAttributes: messageAttributes }),
      ({ QueueUrl, ...message }) => send(state, nameOf(QueueUrl), message),
    ),
    SendMessageBatch: action(
      z.object({
        ...withUrl,
        Entries: z.array(z.object({ Id: z.string(), MessageBody: z.string(), DelaySeconds: delay, MessageAttributes: messageAttributes })),
      }),
      ({ QueueUrl, Entries }) => {
        const name = nameOf(QueueUrl)
        const size = Entries.reduce((total, e) => total + sizeOf(e.MessageBody, e.MessageAttributes ?? {}), 0)
        const { most } = numeric.MaximumMessageSize
        if (size > most)
          throw new AwsError('BatchRequestTooLong', `Batch requests cannot be longer than ${most} bytes. You have sent ${size} bytes.`)
        return batch(Entries, (entry) => send(state, name, entry))
      },
    ),
    ReceiveMessage: action(
      z.object({
        ...withUrl,
        AttributeNames: names,
        MessageSystemAttributeNames: names,
        MessageAttributeNames: names,
        MaxNumberOfMessages: z.number().int().min(1).max(10).optional(),
        VisibilityTimeout: z.number().int().min(0).max(43_200).optional(),
        WaitTimeSeconds: z.number().int().min(0).max(20).optional(),
      }),
      async (i) => {
        const name = nameOf(i.QueueUrl)
        const received = await receive(state, name, i.MaxNumberOfMessages ?? 1, i.VisibilityTimeout, i.WaitTimeSeconds)
        const system = [...(i.AttributeNames ?? []), ...(i.MessageSystemAttributeNames ?? [])]
        return received.length === 0 ? {} : { Messages: received.map((m) => messageOf(m, system, i.MessageAttributeNames ?? [])) }
      },
    ),
    DeleteMessage: action(z.object({ ...withUrl, ReceiptHandle: z.string() }), ({ QueueUrl, ReceiptHandle }) =>
      state.delete(nameOf(QueueUrl), ReceiptHandle),
    ),
    DeleteMessageBatch: action(
      z.object({ ...withUrl, Entries: z.array(z.object({ Id: z.string(), ReceiptHandle: z.string() })) }),
      ({ QueueUrl, Entries }) => {
        const name = nameOf(QueueUrl)
        return batch(Entries, (entry) => state.delete(name, entry.ReceiptHandle))
      },
    ),
    ChangeMessageVisibility: action(z.object({ ...withUrl, ReceiptHandle: z.string(), VisibilityTimeout: z.number() }), (i) =>
      state.changeVisibility(nameOf(i.QueueUrl), i.ReceiptHandle, i.VisibilityTimeout),
    ),
    ChangeMessageVisibilityBatch: action(
      z.object({ ...withUrl, Entries: z.array(z.object({ Id: z.string(), ReceiptHandle: z.string(), VisibilityTimeout: z.number() })) }),
      ({ QueueUrl, Entries }) => {
        const name = nameOf(QueueUrl)
        return batch(Entries, (entry) => state.changeVisibility(name, entry.ReceiptHandle, entry.VisibilityTimeout))
      },
    ),
  }
}

const delay = z.number().int().min(0).max(900).optional()
const optional = { Policy: 1, RedrivePolicy: 1, RedriveAllowPolicy: 1, KmsMasterKeyId: 1, KmsDataKeyReusePeriodSeconds: 1, FifoQueue: 1 }

const effective = (attributes: Attributes, name: string): string | undefined =>
  attributes[name] ??
  (name in numeric ? String(numeric[name as NumericAttribute].usual) : name === 'SqsManagedSseEnabled' ? 'true' : undefined)

/** All attributes as GetQueueAttributes tells them. */
function describe(state: QueueState, name: string): Attributes {
  const queue = state.queue(name)
  const { visible, inFlight, delayed } = state.counts(name)
  const told = (
    ['DelaySeconds', 'MaximumMessageSize', 'MessageRetentionPeriod', 'ReceiveMessageWaitTimeSeconds', 'VisibilityTimeout'] as const
  ).map((n): [string, string] => [n, String(number(queue.attributes, n))])
  return {
    ...Object.fromEntries(told),
    SqsManagedSseEnabled: queue.attributes['KmsMasterKeyId'] ? 'false' : 'true',
    ...queue.attributes,
    QueueArn: state.arn(name),
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    CreatedTimestamp: String(queue.created),
    LastModifiedTimestamp: String(queue.modified),
  }
}

function checkDeadLetters(state: QueueState, attributes: Attributes): void {
  const redrive = readRedrive(attributes['RedrivePolicy'])
  if (!redrive) return
  const name = state.nameOf(redrive.deadLetterTargetArn)
  if (name === undefined || !state.queues.get(name)) {
    throw invalid(
      `Value ${attributes['RedrivePolicy'] ?? ''} for parameter RedrivePolicy is invalid. Reason: Dead letter target does not exist.`,
    )
  }
}

async function retag(state: QueueState, name: string, change: (tags: Record<string, string>) => Record<string, string>): Promise<void> {
  await state.transaction(() => {
    const queue = state.queues.get(name)
    if (queue) void state.queues.put(name, { ...queue, tags: change(queue.tags) })
  })
}
