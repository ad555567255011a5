import { randomUUID } from 'node:crypto'
import { ACCOUNT } from '@/lib/local/aws/contracts'
import type { Store, Table } from '@/lib/local/aws/store'
import { AwsError } from '@/lib/local/aws/protocol'
import { number, readRedrive, type Attributes } from './attributes'
import { invalid, noSuchQueue } from './errors'
import { checkMessage, type MessageAttributes } from './message'
import { Waiters } from './waiters'

export interface Queue {
  attributes: Attributes
  tags: Record<string, string>
  created: number
  modified: number
}

/** What does not change while a message moves between visible and in flight. */
export interface Message {
  body: string
  attributes: MessageAttributes
  sent: number
  deadLetterSource?: string
}

/** Where a message stands, under a key that orders by the moment from which it is visible. */
interface Place {
  receives: number
  firstReceived?: number
  /** Of the newest receive: an older receipt handle deletes nothing. */
  receipt?: string
}

export interface Received extends Message {
  id: string
  handle: string
  receives: number
  firstReceived: number
}

const digits = (ms: number): string => String(Math.max(0, Math.trunc(ms))).padStart(15, '0')

/**
 * The queues' state. Three tables: `places` under `<queue>/<visible from>/<sent>-<count>/<id>` says what is due, `keys` under
 * `<queue>/<id>` finds a message's place, `messages` under the same key holds the content. Each change is one transaction.
 */
export class QueueState {
  readonly queues: Table<Queue>
  private readonly places: Table<Place>
  private readonly keys: Table<string>
  private readonly messages: Table<Message>
  readonly waiters = new Waiters()
  private count = 0

  constructor(
    private readonly store: Store,
    readonly region: string,
    readonly now: () => Date,
  ) {
    this.queues = store.table('sqs.queues')
    this.places = store.table('sqs.places')
    this.keys = store.table('sqs.keys')
    this.messages = store.table('sqs.messages')
  }

  arn(name: string): string {
    return `arn:aws:sqs:${this.region}:${ACCOUNT}:${name}`
  }

  /** The queue's name in an ARN of this account; undefined for any other. */
  nameOf(arn: string): string | undefined {
    const name = arn.split(':')[5] ?? ''
    return arn === this.arn(name) ? name : undefined
  }

  transaction(work: () => void): Promise<void> {
    return this.store.transaction(work)
  }

  queue(name: string): Queue {
    const queue = this.queues.get(name)
    if (!queue) throw noSuchQueue()
    return queue
  }

  /** Durable when it resolves. Gives the message's id. */
  async send(name: string, body: string, attributes: MessageAttributes, delaySeconds?: number): Promise<string> {
    const queue = this.queue(name)
    checkMessage(body, attributes, number(queue.attributes, 'MaximumMessageSize'))
    const id = randomUUID()
    const sent = this.now().getTime()
    const key = this.place(name, id, sent, sent + 1000 * (delaySeconds ?? number(queue.attributes, 'DelaySeconds')))
    let stored = false
    await this.store.transaction(() => {
      stored = this.queues.get(name) !== undefined
      if (stored) this.insert(name, id, key, { receives: 0 }, { body, attributes, sent })
    })
    if (!stored) throw noSuchQueue()
    this.waiters.signal(name)
    return id
  }

  /** Takes up to `limit` visible messages and hides them for `visibility` seconds; drops the expired, redrives the worn out. */
  async receive(name: string, limit: number, visibility: number): Promise<Received[]> {
    let taken: Received[] = []
    const signals = new Set<string>()
    await this.store.transaction(() => {
      taken = []
      const queue = this.queues.get(name)
      if (!queue) return
      const redrive = readRedrive(queue.attributes['RedrivePolicy'])
      const deadLetters = redrive && this.nameOf(redrive.deadLetterTargetArn)
      const now = this.now().getTime()
      const oldest = now - 1000 * number(queue.attributes, 'MessageRetentionPeriod')
      while (taken.length < limit) {
        const due = [...this.places.getRange({ start: `${name}/`, end: `${name}/${digits(now + 1)}`, limit: limit - taken.length })]
        if (due.length === 0) break
        for (const { key, value: place } of due) {
          const id = key.slice(key.lastIndexOf('/') + 1)
          const message = this.messages.get(`${name}/${id}`)
          void this.places.remove(key)
          if (!message || message.sent < oldest) {
            this.forget(name, id)
          } else if (redrive && deadLetters !== undefined && place.receives >= redrive.maxReceiveCount && this.queues.get(deadLetters)) {
            this.forget(name, id)
            const moved = { ...message, deadLetterSource: this.arn(name) }
            this.insert(deadLetters, id, this.place(deadLetters, id, message.sent, now), { receives: 0 }, moved)
            signals.add(deadLetters)
          } else {
            const receipt = randomUUID()
            const firstReceived = place.firstReceived ?? now
            const receives = place.receives + 1
            const next = this.place(name, id, message.sent, Math.max(now + 1000 * visibility, now + 1))
            void this.places.put(next, { receives, firstReceived, receipt })
            void this.keys.put(`${name}/${id}`, next)
            taken.push({ ...message, id, receives, firstReceived, handle: handleOf(name, id, receipt) })
          }
        }
      }
    })
    for (const other of signals) this.waiters.signal(other)
    return taken
  }

  /** Deletes by the newest receipt handle; an older one succeeds and does nothing (DeleteMessage). */
  async delete(name: string, handle: string): Promise<void> {
    const { id, receipt } = readHandle(name, handle)
    await this.store.transaction(() => {
      const key = this.keys.get(`${name}/${id}`)
      if (key === undefined || this.places.get(key)?.receipt !== receipt) return
      void this.places.remove(key)
      this.forget(name, id)
    })
  }

  async changeVisibility(name: string, handle: string, seconds: number): Promise<void> {
    if (!Number.isInteger(seconds) || seconds < 0 || seconds > 43_200) {
      throw invalid(`Value ${seconds} for parameter VisibilityTimeout is invalid. Reason: Must be between 0 and 43200.`)
    }
    const { id, receipt } = readHandle(name, handle)
    let refusal: AwsError | undefined
    await this.store.transaction(() => {
      refusal = undefined
      const key = this.keys.get(`${name}/${id}`)
      const place = key === undefined ? undefined : this.places.get(key)
      const message = this.messages.get(`${name}/${id}`)
      const now = this.now().getTime()
      if (key === undefined || !place || !message) {
        refusal = invalid(
          `Value ${handle} for parameter ReceiptHandle is invalid. ` +
            'Reason: Message does not exist or is not available for visibility timeout change.',
        )
      } else if (place.receipt !== receipt || key < `${name}/${digits(now + 1)}`) {
        refusal = new AwsError('MessageNotInflight', 'The specified message is not in flight.')
      } else {
        const next = this.place(name, id, message.sent, now + 1000 * seconds)
        void this.places.remove(key)
        void this.places.put(next, place)
        void this.keys.put(`${name}/${id}`, next)
      }
    })
    if (refusal) throw refusal
    this.waiters.signal(name)
  }

  /** Counts of visible, in-flight and delayed messages. */
  counts(name: string): { visible: number; inFlight: number; delayed: number } {
    const edge = `${name}/${digits(this.now().getTime() + 1)}`
    const visible = this.places.getKeysCount({ start: `${name}/`, end: edge })
    let inFlight = 0
    let delayed = 0
    for (const { value } of this.places.getRange({ start: edge, end: `${name}0` })) {
      if (value.receives > 0) inFlight++
      else delayed++
    }
    return { visible, inFlight, delayed }
  }

  /** When the next hidden message becomes visible, in milliseconds since 1970. */
  nextVisible(name: string): number | undefined {
    const [key] = this.places.getKeys({ start: `${name}/`, end: `${name}0`, limit: 1 })
    return key === undefined ? undefined : Number(key.slice(name.length + 1, name.length + 16))
  }

  async purge(name: string): Promise<void> {
    await this.store.transaction(() => {
      for (const table of [this.places, this.keys, this.messages]) {
        for (const key of [...table.getKeys({ start: `${name}/`, end: `${name}0` })]) void table.remove(key)
      }
    })
  }

  private insert(name: string, id: string, key: string, place: Place, message: Message): void {
    void this.places.put(key, place)
    void this.keys.put(`${name}/${id}`, key)
    void this.messages.put(`${name}/${id}`, message)
  }

  private forget(name: string, id: string): void {
    void this.keys.remove(`${name}/${id}`)
    void this.messages.remove(`${name}/${id}`)
  }

  private place(name: string, id: string, sent: number, visibleFrom: number): string {
    this.count = (this.count + 1) % 1_000_000
    return `${name}/${digits(visibleFrom)}/${digits(sent)}-${String(this.count).padStart(6, '0')}/${id}`
  }
}

const handleOf = (queue: string, id: string, receipt: string): string => Buffer.from(`${queue}/${id}/${receipt}`).toString('base64')

function readHandle(queue: string, handle: string): { id: string; receipt: string } {
  const [name, id, receipt] = Buffer.from(handle, 'base64').toString('utf8').split('/')
  if (name !== queue || !id || !receipt || handleOf(name, id, receipt) !== handle) {
    throw new AwsError('ReceiptHandleIsInvalid', `The input receipt handle "${handle}" is not a valid receipt handle.`)
  }
  return { id, receipt }
}
