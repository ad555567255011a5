import { randomBytes, randomUUID } from 'node:crypto'
import { envelopeText, signature, type Signed } from './envelope'
import { invalidParameter, noSuchTopic, notAuthorized } from './errors'
import { readFilter } from './filter'
import type { Delivery } from './outbox'
import { effectivePolicy } from './policy'
import type { Sender } from './sender'
import { tokenLife, type Protocol, type Subscription, type Token } from './state'

interface Wanted {
  topicArn: string
  protocol: string
  endpoint: string
  attributes: Record<string, string>
}

/** Subscribe: a queue is confirmed at once; an HTTP endpoint when it confirms, and a repeated call sends it a new token. */
export async function subscribe(sender: Sender, wanted: Wanted): Promise<{ arn: string; confirmed: boolean }> {
  const { state } = sender
  const { topicArn, endpoint, attributes } = wanted
  state.topic(topicArn, 'Subscribe')
  const protocol = checkEndpoint(wanted.protocol, endpoint)
  for (const [name, value] of Object.entries(attributes)) checkSubscriptionAttribute(name, value)

  const existing = state.list(topicArn).find(({ subscription: s }) => s.endpoint === endpoint && s.protocol === protocol)
  if (existing) {
    const differs = Object.entries(attributes).some(([name, value]) => existing.subscription.attributes[name] !== value)
    if (differs) throw invalidParameter('Attributes Reason: Subscription already exists with different attributes')
    if (!existing.subscription.confirmed) await askToConfirm(sender, existing.arn, existing.subscription)
    return { arn: existing.arn, confirmed: existing.subscription.confirmed }
  }
  const arn = `${topicArn}:${randomUUID()}`
  const confirmed = protocol === 'sqs'
  const subscription: Subscription = {
    ...{ topicArn, protocol, endpoint, attributes, confirmed },
    ...{ authenticated: confirmed, authenticateOnUnsubscribe: false, created: state.now().getTime() },
  }
  if (confirmed) await state.subscriptions.put(arn, subscription)
  else await askToConfirm(sender, arn, subscription)
  return { arn, confirmed }
}

async function askToConfirm(sender: Sender, arn: string, subscription: Subscription): Promise<void> {
  const message =
    `You have chosen to subscribe to the topic ${subscription.topicArn}.\n` +
    'To confirm the subscription, visit the SubscribeURL included in this message.'
  const { token, record, delivery } = await confirmation(sender, 'SubscriptionConfirmation', arn, subscription, message)
  await sender.enqueue([delivery], () => {
    void sender.state.subscriptions.put(arn, subscription)
    void sender.state.tokens.put(token, record)
  })
}

async function confirmation(
  sender: Sender,
  type: 'SubscriptionConfirmation' | 'UnsubscribeConfirmation',
  arn: string,
  subscription: Subscription,
  message: string,
): Promise<{ token: string; record: Token; delivery: Delivery }> {
  const { state } = sender
  const { topicArn, protocol, endpoint } = subscription
  const token = randomBytes(64).toString('hex')
  const now = state.now()
  const certificate = await sender.certificate()
  const version = state.topics.get(topicArn)?.attributes['SignatureVersion'] === '2' ? '2' : '1'
  const MessageId = randomUUID()
  const fields: Signed = {
    ...{ Type: type, MessageId, Token: token, TopicArn: topicArn, Message: message },
    ...{ SubscribeURL: sender.confirmUrl(topicArn, token), Timestamp: now.toISOString() },
  }
  const Signature = await signature(fields, version, certificate.key)
  const body = envelopeText(fields, { SignatureVersion: version, Signature, SigningCertURL: sender.certificateUrl(certificate) })
  const delivery: Delivery = {
    ...{ type, topicArn, subscriptionArn: arn, messageId: MessageId, protocol, endpoint, body, raw: false },
    ...{ attempts: 0, first: now.getTime(), due: now.getTime() },
  }
  return { token, record: { subscriptionArn: arn, subscription, expires: now.getTime() + tokenLife }, delivery }
}

/** ConfirmSubscription: also brings back what was unsubscribed, by the token of its UnsubscribeConfirmation. */
export async function confirm(
  sender: Sender,
  {
    topicArn,
    token,
    authenticated,
    authenticateOnUnsubscribe,
  }: { topicArn: string; token: string; authenticated: boolean; authenticateOnUnsubscribe: boolean },
): Promise<string> {
  const { state } = sender
  state.topic(topicArn, 'ConfirmSubscription')
  const known = state.tokens.get(token)
  if (!known || known.subscription.topicArn !== topicArn) throw invalidParameter('Token')
  if (known.expires <= state.now().getTime()) throw invalidParameter('Token Reason: The token has expired; subscribe again for a new one.')
  const { subscriptionArn } = known
  await state.store.transaction(() => {
    const current = state.subscriptions.get(subscriptionArn)
    // Confirmed already: the same answer, and nothing changes.
    if (current?.confirmed || !state.topics.get(topicArn)) return
    const subscription = { ...known.subscription, ...current, confirmed: true, authenticated, authenticateOnUnsubscribe }
    void state.subscriptions.put(subscriptionArn, subscription)
  })
  if (!state.subscriptions.get(subscriptionArn)) throw noSuchTopic()
  return subscriptionArn
}

/** Unsubscribe: without effect where there is none. A confirmed HTTP endpoint is told, with a token that brings it back. */
export async function unsubscribe(sender: Sender, arn: string, authenticated: boolean): Promise<void> {
  const { state } = sender
  const elements = arn.split(':').length
  if (elements < 6) throw invalidParameter(`SubscriptionArn Reason: An ARN must have at least 6 elements, not ${elements}`)
  const subscription = state.subscriptions.get(arn)
  if (!subscription) return
  if (subscription.authenticateOnUnsubscribe && !authenticated) throw notAuthorized('Unsubscribe', arn)
  const count = (): void => {
    const topic = state.topics.get(subscription.topicArn)
    if (topic) void state.topics.put(subscription.topicArn, { ...topic, deleted: topic.deleted + 1 })
    void state.subscriptions.remove(arn)
  }
  if (!subscription.confirmed || subscription.protocol === 'sqs') return sender.enqueue([], count)
  const message =
    `You have chosen to deactivate subscription ${arn}.\n` +
    'To cancel this operation and restore the subscription, visit the SubscribeURL included in this message.'
  const { token, record, delivery } = await confirmation(sender, 'UnsubscribeConfirmation', arn, subscription, message)
  await sender.enqueue([delivery], () => {
    count()
    void state.tokens.put(token, record)
  })
}

function checkEndpoint(protocol: string, endpoint: string): Protocol {
  if (protocol === 'sqs') {
    if (!/^arn:[a-z-]+:sqs:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,80}$/.test(endpoint)) throw invalidParameter('SQS endpoint ARN')
    return 'sqs'
  }
  if (protocol !== 'http' && protocol !== 'https') throw invalidParameter(`Does not support this protocol string: ${protocol}`)
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined
  if (url?.protocol !== `${protocol}:`) throw invalidParameter('Endpoint must match the specified protocol')
  return protocol
}

/** Refuses what SNS refuses in SetSubscriptionAttributes and Subscribe. */
export function checkSubscriptionAttribute(name: string, value: string): void {
  switch (name) {
    case 'RawMessageDelivery':
      if (value !== 'true' && value !== 'false')
        throw invalidParameter(`RawMessageDelivery: Invalid value [${value}]. Must be true or false.`)
      return
    case 'DeliveryPolicy':
      if (value !== '') effectivePolicy(undefined, value)
      return
    case 'RedrivePolicy':
      if (value !== '') checkRedrive(value)
      return
    case 'FilterPolicy':
      if (value !== '') readFilter(value)
      return
    case 'FilterPolicyScope':
      if (value !== 'MessageAttributes' && value !== 'MessageBody') throw invalidParameter(`FilterPolicyScope: Invalid value [${value}].`)
      return
    default:
      throw invalidParameter('AttributeName')
  }
}

function checkRedrive(value: string): void {
  let target: unknown
  try {
    target = (JSON.parse(value) as { deadLetterTargetArn?: unknown }).deadLetterTargetArn
  } catch {
    throw invalidParameter('RedrivePolicy: failed to parse JSON.')
  }
  if (typeof target !== 'string' || !/^arn:[a-z-]+:sqs:[a-z0-9-]+:\d{12}:.+$/.test(target)) {
    throw invalidParameter('RedrivePolicy: deadLetterTargetArn is an invalid arn')
  }
}
