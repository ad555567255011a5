import { ACCOUNT } from '@/lib/local/aws/contracts'
import type { Store, Table } from '@/lib/local/aws/store'
import { invalidParameter, noSuchSubscription, noSuchTopic, notAuthorized } from './errors'

export interface Topic {
  /** Policy, DeliveryPolicy, DisplayName, KmsMasterKeyId, SignatureVersion …, those that were set. */
  attributes: Record<string, string>
  tags: Record<string, string>
  deleted: number
}

export type Protocol = 'http' | 'https' | 'sqs'

export interface Subscription {
  topicArn: string
  protocol: Protocol
  endpoint: string
  attributes: Record<string, string>
  confirmed: boolean
  /** Whether ConfirmSubscription carried a signature. */
  authenticated: boolean
  /** Whether only signed Unsubscribe calls are taken. */
  authenticateOnUnsubscribe: boolean
  created: number
}

/** A way to confirm; it holds the subscription, so that one that was removed can be restored by its UnsubscribeConfirmation. */
export interface Token {
  subscriptionArn: string
  subscription: Subscription
  expires: number
}

/** A confirmation token is good for two days, and so is a pending subscription. */
export const tokenLife = 2 * 86_400_000

export class SnsState {
  readonly topics: Table<Topic>
  /** Under the subscription's ARN, `<topic ARN>:<uuid>`: a topic's subscriptions stand together. */
  readonly subscriptions: Table<Subscription>
  readonly tokens: Table<Token>

  constructor(
    readonly store: Store,
    readonly region: string,
    readonly now: () => Date,
  ) {
    this.topics = store.table('sns.topics')
    this.subscriptions = store.table('sns.subscriptions')
    this.tokens = store.table('sns.tokens')
  }

  /** Throws InvalidParameter for what is no topic ARN, AuthorizationError for another account's, NotFound. */
  topic(arn: string, action: string): Topic {
    const topic = this.topics.get(arn)
    if (topic) return topic
    const part = arn.split(':')
    if (part.length !== 6 || part[0] !== 'arn' || part[2] !== 'sns' || !part[5]) throw invalidParameter('TopicArn')
    if (part[4] !== ACCOUNT) throw notAuthorized(action, arn)
    throw noSuchTopic()
  }

  subscription(arn: string): Subscription {
    const subscription = this.subscriptions.get(arn)
    if (subscription && this.lives(subscription)) return subscription
    const elements = arn.split(':').length
    if (elements < 6) throw invalidParameter(`SubscriptionArn Reason: An ARN must have at least 6 elements, not ${elements}`)
    throw noSuchSubscription()
  }

  /** A topic's subscriptions, or all; those that were not confirmed in time are gone. */
  list(topicArn?: string, after = ''): { arn: string; subscription: Subscription }[] {
    const range = topicArn === undefined ? {} : { start: `${topicArn}:`, end: `${topicArn};` }
    return [...this.subscriptions.getRange(range)]
      .filter(({ key, value }) => key > after && this.lives(value))
      .map(({ key, value }) => ({ arn: key, subscription: value }))
  }

  /** Removes what has run out: tokens, and subscriptions that nobody confirmed. */
  async sweep(): Promise<void> {
    await this.store.transaction(() => {
      for (const { key, value } of [...this.tokens.getRange()]) if (value.expires <= this.now().getTime()) void this.tokens.remove(key)
      for (const { key, value } of [...this.subscriptions.getRange()]) if (!this.lives(value)) void this.subscriptions.remove(key)
    })
  }

  private lives({ confirmed, created }: Subscription): boolean {
    return confirmed || created + tokenLife > this.now().getTime()
  }
}
