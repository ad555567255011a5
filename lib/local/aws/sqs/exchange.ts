import { ACCOUNT } from '@/lib/local/aws/contracts'
import { number } from './attributes'
import { noSuchQueue } from './errors'
import { attributesMd5, chosen, md5, type MessageAttributes } from './message'
import type { QueueState, Received } from './queue'

interface Sending {
  MessageBody: string
  DelaySeconds?: number | undefined
  MessageAttributes?: MessageAttributes | undefined
}

/** SendMessage, or one entry of its batch. */
export async function send(
  state: QueueState,
  name: string,
  { MessageBody, DelaySeconds, MessageAttributes = {} }: Sending,
): Promise<object> {
  const MessageId = await state.send(name, MessageBody, MessageAttributes, DelaySeconds)
  const MD5OfMessageAttributes = attributesMd5(MessageAttributes)
  return { MessageId, MD5OfMessageBody: md5(MessageBody), ...(MD5OfMessageAttributes !== undefined && { MD5OfMessageAttributes }) }
}

/** Waits up to `wait` seconds for a first message; then gives what there is, as SQS does. */
export async function receive(state: QueueState, name: string, limit: number, visibility?: number, wait?: number): Promise<Received[]> {
  const { attributes } = state.queue(name)
  const hidden = visibility ?? number(attributes, 'VisibilityTimeout')
  const deadline = performance.now() + 1000 * (wait ?? number(attributes, 'ReceiveMessageWaitTimeSeconds'))
  for (;;) {
    const version = state.waiters.version(name)
    const received = await state.receive(name, limit, hidden)
    const left = deadline - performance.now()
    if (received.length > 0 || left <= 0 || state.waiters.isClosed) return received
    if (!state.queues.get(name)) throw noSuchQueue()
    const next = state.nextVisible(name)
    const due = next === undefined ? left : Math.max(1, next - state.now().getTime())
    await state.waiters.wait(name, version, Math.min(left, due))
  }
}

/** A message as ReceiveMessage tells it, with the attributes that were asked for. */
export function messageOf(m: Received, system: string[], attributeNames: string[]): object {
  const known: Record<string, string | undefined> = {
    SenderId: ACCOUNT,
    SentTimestamp: String(m.sent),
    ApproximateReceiveCount: String(m.receives),
    ApproximateFirstReceiveTimestamp: String(m.firstReceived),
    DeadLetterQueueSourceArn: m.deadLetterSource,
  }
  const told = Object.entries(known).filter(([n, v]) => v !== undefined && (system.includes('All') || system.includes(n)))
  const attributes = chosen(m.attributes, attributeNames)
  const sum = attributesMd5(attributes)
  return {
    MessageId: m.id,
    ReceiptHandle: m.handle,
    MD5OfBody: md5(m.body),
    Body: m.body,
    ...(told.length > 0 && { Attributes: Object.fromEntries(told) }),
    ...(sum !== undefined && { MessageAttributes: attributes, MD5OfMessageAttributes: sum }),
  }
}
