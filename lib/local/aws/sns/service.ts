import { ACCOUNT, type AwsRequest, type Service, type Topics } from '@/lib/local/aws/contracts'
import { SNS } from '@/lib/local/aws/namespaces'
import { list, queryService, type Action } from '@/lib/local/aws/protocol'
import type { Queues } from '@/lib/local/aws/sqs/service'
import type { Store } from '@/lib/local/aws/store'
import { loadCertificate, type SigningCertificate } from './certificate'
import { invalidParameter } from './errors'
import { Outbox, type Delivery } from './outbox'
import { publish, publishBatch, readPublication } from './publish'
import { Sender } from './sender'
import { SnsState } from './state'
import { checkSubscriptionAttribute, confirm, subscribe, unsubscribe } from './subscriptions'
import { createTopic, deleteTopic, setTopicAttribute, subscriptionAttributes, topicAttributes } from './topics'

export interface SnsOptions {
  store: Store
  /** Folder of the signing key and its certificate; made when missing. */
  dir: string
  endpoint: () => string
  region: string
  now: () => Date
  queues: Queues
  /** For one attempt; 15 s as AWS has it. */
  timeoutMs?: number
}

export interface LocalSns {
  service: Service
  topics: Topics
  /** Makes the certificate, and takes up the deliveries that an earlier run left. */
  start(): Promise<void>
  close(): Promise<void>
  /** Deliveries that are stored and not done, oldest first. */
  pending(): Delivery[]
  /** Makes all that waits for a retry due at once. */
  hurry(): void
}

/** The local SNS: Query protocol, signed envelopes, a durable outbox. */
export function createSns({ store, dir, endpoint, region, now, queues, timeoutMs = 15_000 }: SnsOptions): LocalSns {
  const state = new SnsState(store, region, now)
  const outbox = new Outbox(state, queues, timeoutMs)
  let loading: Promise<SigningCertificate> | undefined
  const certificate = (): Promise<SigningCertificate> => {
    loading ??= loadCertificate(dir, now()).catch((error: unknown) => {
      loading = undefined
      throw error
    })
    return loading
  }
  const sender = new Sender(state, outbox, certificate, endpoint)
  const query = queryService(SNS, snsActions(sender))

  const service: Service = async (request) => {
    if (!/^\/SimpleNotificationService-[0-9a-f]{32}\.pem$/.test(request.path)) return query(request)
    const { path, pem } = await certificate()
    if (request.path !== path) return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'There is no such certificate.\n' }
    return { status: 200, headers: { 'content-type': 'application/x-pem-file' }, body: pem }
  }
  return {
    service,
    topics: {
      exists: (arn) => state.topics.get(arn) !== undefined,
      publish: ({ topicArn, subject, message }) =>
        publish(sender, topicArn, { Message: message, ...(subject !== undefined && { Subject: subject }) }),
    },
    start: async () => {
      await certificate()
      await state.sweep()
      outbox.start()
    },
    close: () => outbox.close(),
    pending: () => outbox.pending(),
    hurry: () => outbox.hurry(),
  }
}

const text = (input: Record<string, unknown>, name: string): string => {
  const value = input[name]
  if (typeof value !== 'string' || value === '') throw invalidParameter(name)
  return value
}

/** A map member, such as Attributes: names and values are strings. */
const map = (value: unknown): Record<string, string> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, String(v)])) : {}

const tagsOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    list(value).map((tag) => [String((tag as { Key?: unknown }).Key ?? ''), String((tag as { Value?: unknown }).Value ?? '')]),
  )

/** Any signature counts: the local AWS takes any credentials. */
const isSigned = ({ headers, query }: AwsRequest): boolean => headers.authorization !== undefined || query.has('X-Amz-Signature')

/** Pages of 100 (ListTopics, ListSubscriptions); the token is the last ARN told. */
function page<T>(items: T[], arnOf: (item: T) => string, after: string): { items: T[]; NextToken?: string } {
  const rest = items.filter((item) => arnOf(item) > after)
  const last = rest[99]
  const more = rest.length > 100 && last !== undefined
  return { items: rest.slice(0, 100), ...(more && { NextToken: Buffer.from(arnOf(last)).toString('base64') }) }
}

const readToken = (input: Record<string, unknown>): string => Buffer.from(String(input['NextToken'] ?? ''), 'base64').toString('utf8')

function snsActions(sender: Sender): Record<string, Action> {
  const { state } = sender
  const listing = (input: Record<string, unknown>, topicArn?: string): object => {
    const { items, ...next } = page(state.list(topicArn), (s) => s.arn, readToken(input))
    const Subscriptions = items.map(({ arn, subscription: s }) => ({
      SubscriptionArn: s.confirmed ? arn : 'PendingConfirmation',
      ...{ Owner: ACCOUNT, Protocol: s.protocol, Endpoint: s.endpoint, TopicArn: s.topicArn },
    }))
    return { Subscriptions, ...next }
  }
  return {
    CreateTopic: async (i) => ({ TopicArn: await createTopic(state, text(i, 'Name'), map(i['Attributes']), tagsOf(i['Tags'])) }),
    DeleteTopic: (i) => deleteTopic(state, text(i, 'TopicArn')),
    ListTopics: (i) => {
      const { items, ...next } = page([...state.topics.getKeys()], (arn) => arn, readToken(i))
      return { Topics: items.map((TopicArn) => ({ TopicArn })), ...next }
    },
    GetTopicAttributes: (i) => ({ Attributes: topicAttributes(state, text(i, 'TopicArn')) }),
    SetTopicAttributes: (i) => setTopicAttribute(state, text(i, 'TopicArn'), text(i, 'AttributeName'), String(i['AttributeValue'] ?? '')),

    Subscribe: async (i) => {
      const wanted = { topicArn: text(i, 'TopicArn'), protocol: text(i, 'Protocol'), endpoint: text(i, 'Endpoint') }
      const { arn, confirmed } = await subscribe(sender, { ...wanted, attributes: map(i['Attributes']) })
      return { SubscriptionArn: confirmed || i['ReturnSubscriptionArn'] === 'true' ? arn : 'pending confirmation' }
    },
    ConfirmSubscription: async (i, request) => {
      const authenticateOnUnsubscribe = i['AuthenticateOnUnsubscribe'] === 'true'
      const given = { topicArn: text(i, 'TopicArn'), token: text(i, 'Token'), authenticated: isSigned(request), authenticateOnUnsubscribe }
      return { SubscriptionArn: await confirm(sender, given) }
    },
    Unsubscribe: (i, request) => unsubscribe(sender, text(i, 'SubscriptionArn'), isSigned(request)),
    ListSubscriptions: (i) => listing(i),
    ListSubscriptionsByTopic: (i) => {
      const topicArn = text(i, 'TopicArn')
      state.topic(topicArn, 'ListSubscriptionsByTopic')
      return listing(i, topicArn)
    },
    GetSubscriptionAttributes: (i) => {
      const arn = text(i, 'SubscriptionArn')
      return { Attributes: subscriptionAttributes(state, arn, state.subscription(arn)) }
    },
    SetSubscriptionAttributes: async (i) => {
      const arn = text(i, 'SubscriptionArn')
      const name = text(i, 'AttributeName')
      const value = String(i['AttributeValue'] ?? '')
      state.subscription(arn)
      checkSubscriptionAttribute(name, value)
      await state.store.transaction(() => {
        const subscription = state.subscriptions.get(arn)
        if (!subscription) return
        const { [name]: _replaced, ...rest } = subscription.attributes
        void state.subscriptions.put(arn, { ...subscription, attributes: value === '' ? rest : { ...rest, [name]: value } })
      })
    },

    Publish: async (i) => {
      const topicArn = i['TopicArn'] === undefined ? text(i, 'TargetArn') : text(i, 'TopicArn')
      return { MessageId: await publish(sender, topicArn, readPublication(i)) }
    },
    PublishBatch: (i) => publishBatch(sender, text(i, 'TopicArn'), i['PublishBatchRequestEntries']),

    TagResource: (i) => retag(state, text(i, 'ResourceArn'), (tags) => ({ ...tags, ...tagsOf(i['Tags']) })),
    UntagResource: (i) => {
      const gone = list(i['TagKeys']).map(String)
      return retag(state, text(i, 'ResourceArn'), (tags) => Object.fromEntries(Object.entries(tags).filter(([k]) => !gone.includes(k))))
    },
    ListTagsForResource: (i) => {
      const { tags } = state.topic(text(i, 'ResourceArn'), 'ListTagsForResource')
      return { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) }
    },
  }
}

async function retag(state: SnsState, arn: string, change: (tags: Record<string, string>) => Record<string, string>): Promise<object> {
  state.topic(arn, 'TagResource')
  await state.store.transaction(() => {
    const topic = state.topics.get(arn)
    if (topic) void state.topics.put(arn, { ...topic, tags: change(topic.tags) })
  })
  return {}
}
