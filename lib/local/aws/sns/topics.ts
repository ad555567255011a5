import { ACCOUNT } from '@/lib/local/aws/contracts'
import { invalidParameter } from './errors'
import { defaultRetries, effectivePolicy, type RetryPolicy } from './policy'
import type { SnsState, Subscription, Topic } from './state'

/** CreateTopic: gives the ARN of an existing topic too, unless what is asked differs from it. */
export async function createTopic(
  state: SnsState,
  name: string,
  attributes: Record<string, string>,
  tags: Record<string, string>,
): Promise<string> {
  if (name.endsWith('.fifo') || attributes['FifoTopic'] === 'true')
    throw invalidParameter('Topic Name: the local SNS has standard topics only.')
  if (!/^[A-Za-z0-9_-]{1,256}$/.test(name)) throw invalidParameter('Topic Name')
  for (const [attribute, value] of Object.entries(attributes)) checkTopicAttribute(attribute, value)
  const arn = `arn:aws:sns:${state.region}:${ACCOUNT}:${name}`
  let existing: Topic | undefined
  await state.store.transaction(() => {
    existing = state.topics.get(arn)
    if (!existing) void state.topics.put(arn, { attributes, tags, deleted: 0 })
  })
  const differs = (asked: Record<string, string>, has: Record<string, string>): boolean =>
    Object.entries(asked).some(([k, v]) => has[k] !== v)
  if (existing && differs(attributes, existing.attributes)) {
    throw invalidParameter('Attributes Reason: Topic already exists with different attributes')
  }
  if (existing && differs(tags, existing.tags)) throw invalidParameter('Tags Reason: Topic already exists with different tags')
  return arn
}

/** DeleteTopic: its subscriptions go with it; what is on its way still arrives. Without effect where there is none. */
export async function deleteTopic(state: SnsState, arn: string): Promise<void> {
  if (arn.split(':').length !== 6) throw invalidParameter('TopicArn')
  await state.store.transaction(() => {
    void state.topics.remove(arn)
    for (const key of [...state.subscriptions.getKeys({ start: `${arn}:`, end: `${arn};` })]) void state.subscriptions.remove(key)
  })
}

export async function setTopicAttribute(state: SnsState, arn: string, name: string, value: string): Promise<void> {
  state.topic(arn, 'SetTopicAttributes')
  checkTopicAttribute(name, value)
  await state.store.transaction(() => {
    const topic = state.topics.get(arn)
    if (!topic) return
    const { [name]: _replaced, ...rest } = topic.attributes
    void state.topics.put(arn, { ...topic, attributes: value === '' ? rest : { ...rest, [name]: value } })
  })
}

function checkTopicAttribute(name: string, value: string): void {
  switch (name) {
    case 'Policy':
      return checkPolicy(value)
    case 'DeliveryPolicy':
      if (value !== '') effectivePolicy(value, undefined)
      return
    case 'SignatureVersion':
      if (value !== '1' && value !== '2') throw invalidParameter('SignatureVersion: must be 1 or 2')
      return
    case 'DisplayName':
      if (value.length > 100) throw invalidParameter('DisplayName')
      return
    case 'KmsMasterKeyId':
    case 'FifoTopic':
      return
    default:
      throw invalidParameter('AttributeName')
  }
}

function checkPolicy(value: string): void {
  try {
    const policy: unknown = JSON.parse(value)
    if (typeof policy === 'object' && policy !== null && 'Statement' in policy) return
  } catch {
    // said below
  }
  throw invalidParameter('Policy Error: null')
}

export function topicAttributes(state: SnsState, arn: string): Map<string, string> {
  const topic = state.topic(arn, 'GetTopicAttributes')
  const subscriptions = state.list(arn)
  const confirmed = subscriptions.filter((s) => s.subscription.confirmed).length
  const { retries, contentType } = effectivePolicy(topic.attributes['DeliveryPolicy'], undefined)
  const http = {
    defaultHealthyRetryPolicy: retries,
    disableSubscriptionOverrides: false,
    defaultRequestPolicy: { headerContentType: contentType },
  }
  return new Map(
    Object.entries({
      TopicArn: arn,
      Owner: ACCOUNT,
      DisplayName: '',
      Policy: ownersPolicy(arn),
      ...topic.attributes,
      EffectiveDeliveryPolicy: JSON.stringify({ http }),
      SubscriptionsConfirmed: String(confirmed),
      SubscriptionsPending: String(subscriptions.length - confirmed),
      SubscriptionsDeleted: String(topic.deleted),
    }),
  )
}

/** The policy of a topic that was never given one: its owner may do everything. */
const ownersPolicy = (arn: string): string =>
  JSON.stringify({
    Version: '2008-10-17',
    Id: '__default_policy_ID',
    Statement: [
      {
        Sid: '__default_statement_ID',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: ['GetTopicAttributes', 'SetTopicAttributes', 'DeleteTopic', 'Subscribe', 'ListSubscriptionsByTopic', 'Publish'].map(
          (a) => `SNS:${a}`,
        ),
        Resource: arn,
        Condition: { StringEquals: { 'AWS:SourceOwner': ACCOUNT } },
      },
    ],
  })

export function subscriptionAttributes(state: SnsState, arn: string, subscription: Subscription): Map<string, string> {
  const topic = state.topics.get(subscription.topicArn)
  const effective = effectivePolicy(topic?.attributes['DeliveryPolicy'], subscription.attributes['DeliveryPolicy'])
  const http =
    subscription.protocol === 'sqs' ? {} : { EffectiveDeliveryPolicy: JSON.stringify(told(effective.retries, effective.contentType)) }
  return new Map(
    Object.entries({
      SubscriptionArn: arn,
      TopicArn: subscription.topicArn,
      Owner: ACCOUNT,
      Protocol: subscription.protocol,
      Endpoint: subscription.endpoint,
      SubscriptionPrincipal: `arn:aws:iam::${ACCOUNT}:root`,
      ConfirmationWasAuthenticated: String(subscription.authenticated),
      PendingConfirmation: String(!subscription.confirmed),
      RawMessageDelivery: 'false',
      ...subscription.attributes,
      ...http,
    }),
  )
}

const told = (healthyRetryPolicy: RetryPolicy = defaultRetries, headerContentType: string): object => ({
  healthyRetryPolicy,
  sicklyRetryPolicy: null,
  throttlePolicy: null,
  requestPolicy: { headerContentType },
  guaranteed: false,
})
