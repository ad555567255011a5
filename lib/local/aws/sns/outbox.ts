import { randomUUID } from 'node:crypto'
import { log } from '@/lib/log'
import { AwsError } from '@/lib/local/aws/protocol'
import type { MessageAttributes } from '@/lib/local/aws/sqs/message'
import type { Queues } from '@/lib/local/aws/sqs/service'
import type { Table } from '@/lib/local/aws/store'
import type { EnvelopeType } from './envelope'
import { HttpPoster, type Outcome } from './http'
import { delayBefore, effectivePolicy, longestRetryTime, type EffectivePolicy } from './policy'
import type { Protocol, SnsState } from './state'

/** One message for one subscription, complete: what is sent does not change between attempts. */
export interface Delivery {
  type: EnvelopeType
  topicArn: string
  /** Absent from the headers of a SubscriptionConfirmation. */
  subscriptionArn: string
  messageId: string
  protocol: Protocol
  endpoint: string
  body: string
  raw: boolean
  attributes?: MessageAttributes
  /** Attempts made. */
  attempts: number
  /** Milliseconds since 1970. */
  first: number
  due: number
}

interface Lane {
  waiting: string[]
  active: number
  /** When the next may begin, under a throttle policy. */
  next: number
  timer?: NodeJS.Timeout
}

/**
 * Deliveries that are stored and not yet done. What is stored is delivered or given up for good, whatever happens to the process:
 * an entry leaves the table only after the endpoint's answer. Endpoints wait in lanes of their own, so that a dead one delays no
 * other; each has up to 64 attempts under way. Answers 5xx and 429, time-outs and network errors are tried again by the policy in
 * force; any other answer but 2xx ends it. What ends undelivered goes to the subscription's dead-letter queue, if it has one.
 */
export class Outbox {
  private readonly table: Table<Delivery>
  private readonly lanes = new Map<string, Lane>()
  private readonly timers = new Map<string, NodeJS.Timeout>()
  private readonly underWay = new Set<Promise<void>>()
  private readonly http: HttpPoster
  private running = false

  constructor(
    private readonly state: SnsState,
    private readonly queues: Queues,
    timeoutMs: number,
  ) {
    this.table = state.store.table('sns.outbox')
    this.http = new HttpPoster(timeoutMs, concurrency)
  }

  /** To be called inside a transaction; what it gives is to be called after the commit. */
  store(deliveries: Delivery[]): () => void {
    const ids = deliveries.map((delivery) => {
      const id = `${String(delivery.first).padStart(15, '0')}-${randomUUID()}`
      void this.table.put(id, delivery)
      return { id, delivery }
    })
    return () => {
      for (const { id, delivery } of ids) this.schedule(id, delivery)
    }
  }

  /** Takes up what an earlier run left. */
  start(): void {
    if (this.running) return
    this.running = true
    for (const { key, value } of this.table.getRange()) this.schedule(key, value)
  }

  /** Ends attempts under way without counting them; they are made again after the next start. */
  async close(): Promise<void> {
    this.running = false
    for (const timer of this.timers.values()) clearTimeout(timer)
    for (const lane of this.lanes.values()) clearTimeout(lane.timer)
    this.timers.clear()
    this.lanes.clear()
    this.http.close()
    await Promise.all(this.underWay)
  }

  /** What waits, oldest first. */
  pending(): Delivery[] {
    return [...this.table.getRange()].map(({ value }) => value)
  }

  /** Makes all that waits for a retry due at once. */
  hurry(): void {
    for (const [id, timer] of [...this.timers]) {
      clearTimeout(timer)
      this.timers.delete(id)
      const delivery = this.table.get(id)
      if (delivery) this.enter(id, delivery)
    }
  }

  private schedule(id: string, delivery: Delivery): void {
    if (!this.running) return
    const wait = delivery.due - this.state.now().getTime()
    if (wait <= 0) return this.enter(id, delivery)
    const timer = setTimeout(() => {
      this.timers.delete(id)
      this.enter(id, delivery)
    }, wait)
    this.timers.set(id, timer)
  }

  private enter(id: string, { endpoint }: Delivery): void {
    let lane = this.lanes.get(endpoint)
    if (!lane) this.lanes.set(endpoint, (lane = { waiting: [], active: 0, next: 0 }))
    lane.waiting.push(id)
    this.advance(endpoint, lane)
  }

  private advance(endpoint: string, lane: Lane): void {
    while (this.running && lane.active < concurrency && lane.waiting.length > 0) {
      const pause = lane.next - performance.now()
      if (pause > 0) {
        lane.timer ??= setTimeout(() => {
          delete lane.timer
          this.advance(endpoint, lane)
        }, Math.ceil(pause))
        return
      }
      const id = lane.waiting.shift()
      const delivery = id === undefined ? undefined : this.table.get(id)
      if (id === undefined || !delivery) continue
      const policy = this.policyOf(delivery)
      if (policy.maxReceivesPerSecond !== undefined) lane.next = performance.now() + 1000 / policy.maxReceivesPerSecond
      lane.active++
      const work = this.attempt(id, delivery, policy)
        .catch((error: unknown) =>
          log.error({ err: error, id }, 'local SNS: a delivery could not be settled; it is made again after a restart'),
        )
        .finally(() => {
          lane.active--
          this.underWay.delete(work)
          this.advance(endpoint, lane)
        })
      this.underWay.add(work)
    }
    if (lane.active === 0 && lane.waiting.length === 0 && lane.next <= performance.now()) this.lanes.delete(endpoint)
  }

  private policyOf({ topicArn, subscriptionArn }: Delivery): EffectivePolicy {
    const topic = this.state.topics.get(topicArn)
    const subscription = this.state.subscriptions.get(subscriptionArn)
    return effectivePolicy(topic?.attributes['DeliveryPolicy'], subscription?.attributes['DeliveryPolicy'])
  }

  private async attempt(id: string, delivery: Delivery, policy: EffectivePolicy): Promise<void> {
    const outcome = delivery.protocol === 'sqs' ? await this.toQueue(delivery) : await this.http.post(delivery, policy.contentType)
    if (!this.running && outcome !== 'delivered') return
    const now = this.state.now().getTime()
    const attempts = delivery.attempts + 1
    const delay = outcome === 'again' ? delayBefore(attempts, policy.retries) : undefined
    if (delay !== undefined && now + 1000 * delay - delivery.first <= 1000 * (longestRetryTime + attempts * 15)) {
      const later = { ...delivery, attempts, due: now + Math.round(1000 * delay) }
      await this.table.put(id, later)
      return this.schedule(id, later)
    }
    if (outcome !== 'delivered') await this.giveUp(delivery)
    await this.table.remove(id)
  }

  private async toQueue({ endpoint, body, raw, attributes }: Delivery): Promise<Outcome> {
    try {
      await this.queues.send(endpoint, body, raw ? attributes : undefined)
      return 'delivered'
    } catch (error) {
      return error instanceof AwsError && error.fault === 'Sender' ? 'refused' : 'again'
    }
  }

  private async giveUp({ type, subscriptionArn, body, raw, attributes, messageId, attempts }: Delivery): Promise<void> {
    const policy = this.state.subscriptions.get(subscriptionArn)?.attributes['RedrivePolicy']
    const target: unknown =
      policy && type === 'Notification' ? (JSON.parse(policy) as { deadLetterTargetArn?: unknown }).deadLetterTargetArn : undefined
    log.warn({ type, subscriptionArn, messageId, attempts: attempts + 1, deadLetterQueue: target }, 'local SNS: a delivery was given up')
    if (typeof target !== 'string') return
    try {
      await this.queues.send(target, body, raw ? attributes : undefined)
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
      log.warn({ subscriptionArn, deadLetterQueue: target, reason: error.message }, 'local SNS: the dead-letter queue took it not')
    }
  }
}

/** Attempts under way for one endpoint. */
const concurrency = 64
