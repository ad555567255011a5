import type { Pool } from 'pg'
import { createCertificates, type Certificates } from '@/lib/aws/sns/certificates'
import { config } from '@/lib/config'
import { verifyEnvelope, type Refusal } from '@/lib/core/sns/verify'
import { log } from '@/lib/log'
import { createBatches, type Committed } from './batches'
import { storeRows } from './store'
import { createTopics, type Topics } from './topics'

type Outcome = Refusal | 'accepted' | 'unavailable'
export interface Answer {
  status: number
  body: string
}

export interface Receiver {
  /** Answers one POST from SNS. Never throws. */
  receive(body: Buffer): Promise<Answer>
  /** Resolves when all that was taken in is committed or answered. */
  drained(): Promise<void>
}

export interface ReceiverSettings {
  /** As the web role. */
  pool: Pool
  /** Default: fetched from AWS, or from POSTROOM_SNS_CERT_ORIGIN. */
  certificates?: Certificates
  now?: () => number
  topics?: Topics
  onOutcome?: (outcome: Outcome) => void
  onCommit?: (c: Committed) => void
  /** Milliseconds until SNS is told to come again; it waits 15 s itself. */
  timeLimit?: number
}

// SNS tries again after 5xx and 429 alone; any other 4xx loses the message. So a 4xx is given only to what is proven not to be ours.
const statuses: Record<Outcome, number> = {
  accepted: 200,
  'too-large': 413,
  'not-json': 400,
  'not-an-envelope': 400,
  'foreign-topic': 403,
  'certificate-url': 403,
  certificate: 403,
  signature: 403,
  'certificate-dates': 503,
  age: 503,
  unavailable: 503,
}

/**
 * The door's work for one envelope: verify it, commit it with a job for the worker, answer after the commit. No mail is
 * parsed here, and no confirmation followed: the worker does both. An id that is there already is answered 200 once the
 * first one's commit is certain.
 */
export function createReceiver(settings: ReceiverSettings): Receiver {
  const { pool, now = Date.now, topics = createTopics(pool), onOutcome = () => {}, onCommit, timeLimit = 10_000 } = settings
  const certificates = settings.certificates ?? createCertificates({ origin: config().aws.snsCertOrigin })
  const batches = createBatches((rows) => storeRows(pool, rows), onCommit)
  const complain = createComplaints()

  const outcomeOf = async (body: Buffer): Promise<Outcome> => {
    const verified = await verifyEnvelope({ body, now: now(), topics: (arn) => topics.has(arn), certificates, via: 'http' })
    if (!verified.ok) {
      complain(verified.refusal, verified.because)
      return verified.refusal
    }
    const { MessageId, TopicArn } = verified.envelope
    await batches.add({ id: MessageId, topic: TopicArn, body })
    return 'accepted'
  }

  return {
    drained: batches.drained,
    async receive(body) {
      let outcome: Outcome
      try {
        outcome = await within(timeLimit, outcomeOf(body))
      } catch (error) {
        complain('unavailable', error instanceof Error ? error.message : String(error))
        outcome = 'unavailable'
      }
      onOutcome(outcome)
      return { status: statuses[outcome], body: JSON.stringify({ outcome }) }
    },
  }
}

/** The answer to what is refused before its body is read: a body that is announced or grows too large. */
export const tooLarge: Answer = { status: statuses['too-large'], body: JSON.stringify({ outcome: 'too-large' }) }

async function within<R>(ms: number, work: Promise<R>): Promise<R> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Taking a notification in took longer than ${ms / 1000} s`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

// Anybody can post nonsense: each kind of refusal is logged once in ten seconds, with the number that were left out.
function createComplaints(): (kind: Outcome, because: string) => void {
  const last = new Map<Outcome, { at: number; more: number }>()
  return (kind, because) => {
    const at = performance.now()
    const seen = last.get(kind)
    if (seen && at - seen.at < 10_000) {
      seen.more++
      return
    }
    log.warn({ outcome: kind, because: because.slice(0, 500), unlogged: seen?.more ?? 0 }, 'an SNS notification was not taken in')
    last.set(kind, { at, more: 0 })
  }
}
