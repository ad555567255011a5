import nodemailer, { type Transporter } from 'nodemailer'
import { AwsError } from '@/lib/local/aws/protocol'
import type { Topics } from '@/lib/local/aws/contracts'
import type { Store } from '@/lib/local/aws/store'
import { log } from '@/lib/log'
import type { Publication } from './events'

/** A mail that left SES, as stored; keys are sixteen digits that count up. */
export interface Stored {
  Id: string
  Timestamp: Date
  Source: string
  Destinations: string[]
  raw: Buffer
}

interface Home {
  transport: Transporter
  takes(domain: string): Promise<boolean>
}

async function atHome({ takes }: Home, recipients: readonly string[]): Promise<string[]> {
  const taken = await Promise.all(recipients.map((r) => takes(r.slice(r.lastIndexOf('@') + 1)).catch(() => false)))
  return recipients.filter((_, i) => taken[i])
}

interface RelayTask {
  /** Recipients at our own MX, in place of the relay. */
  home?: { mail: string; to: string[] }
  tries: number
  /** Milliseconds since the epoch. */
  due: number
}

/** SES tries for 14 hours (DG:faqs-sending); waits grow from a second to five minutes. */
const GIVE_UP_TRIES = 180
/** Publications together: their commits share one flush to the disk. */
const AT_ONCE = 32
/** After a failure of our own, such as a full disk. */
const RETRY_MS = 5000
/** Base64 and JSON make a third more of it. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024
const waitAfter = (tries: number): number => Math.min(1000 * 2 ** tries, 300_000)

/**
 * Sent mail and what must still happen for it. Mail and its tasks are written in one transaction, so a killed process
 * neither forgets an event nor a hand-over to the relay; both may happen twice, as with SES itself.
 */
export function createOutbox({ store, topics, relay, now }: { store: Store; topics: Topics; relay: string | undefined; now: () => Date }) {
  const sent = store.table<Stored>('ses.sent')
  const keys = store.table<string>('ses.sentKeys')
  const publicationsDue = store.table<Publication>('ses.publications')
  const relayDue = store.table<RelayTask>('ses.relay')
  const transport: Transporter | undefined = relay ? nodemailer.createTransport(relay) : undefined
  let running: Promise<void> | undefined
  let again = false
  let timer: NodeJS.Timeout | undefined
  let closed = false
  let home: Home | undefined

  /** Stores the mail; resolves when it is on disk. */
  async function add(mail: Stored, publications: Publication[]): Promise<void> {
    const to = home ? await atHome(home, mail.Destinations) : []
    await store.transaction(() => {
      const [last] = sent.getKeys({ reverse: true, limit: 1 })
      const key = (Number(last ?? 0) + 1).toString().padStart(16, '0')
      if (to.length > 0) void relayDue.put(`${key}-home`, { home: { mail: key, to }, tries: 0, due: 0 })
      void sent.put(key, mail)
      void keys.put(mail.Id, key)
      publications.forEach((p, i) => void publicationsDue.put(`${key}-${i.toString().padStart(4, '0')}`, p))
      if (transport) void relayDue.put(key, { tries: 0, due: 0 })
    })
    run()
  }

  /** Works off what is due; one run at a time, and one more when something came meanwhile. */
  function run(): void {
    if (closed) return
    if (running) {
      again = true
      return
    }
    running = work()
      .catch((err: unknown) => {
        log.error({ err }, 'local SES: events or relay')
        if (!closed) timer = setTimeout(run, RETRY_MS).unref()
      })
      .finally(() => {
        running = undefined
        if (again) {
          again = false
          run()
        }
      })
  }

  async function work(): Promise<void> {
    for (let due = nextDue(); due.length > 0 && !closed; due = nextDue()) {
      await Promise.all(due.map(({ value }) => publish(value)))
      await Promise.all(due.map(({ key }) => publicationsDue.remove(key)))
    }
    await relayAll()
  }

  const nextDue = () => [...publicationsDue.getRange({ limit: AT_ONCE })]

  async function publish(publication: Publication): Promise<void> {
    try {
      await topics.publish(publication)
    } catch (error) {
      // A topic that was deleted since: SES drops the event too.
      if (!(error instanceof AwsError)) throw error
      log.warn({ topicArn: publication.topicArn, code: error.code }, 'local SES: an event found no topic')
    }
  }

  async function relayAll(): Promise<void> {
    const at = now().getTime()
    for (const { key, value: task } of [...relayDue.getRange()].filter((t) => t.value.due <= at)) {
      if (closed) return
      const mail = sent.get(task.home?.mail ?? key)
      const to = task.home ? home?.transport : transport
      if (mail && to) {
        const failed = await hand(to, task.home ? { ...mail, Destinations: task.home.to } : mail)
        if (failed && !failed.permanent && task.tries < GIVE_UP_TRIES) {
          await relayDue.put(key, { tries: task.tries + 1, due: at + waitAfter(task.tries) })
          continue
        }
        if (failed) log.warn({ messageId: mail.Id, err: failed.error }, 'local SES: the relay did not take a mail')
      }
      await relayDue.remove(key)
    }
    const [next] = [...relayDue.getRange()].map((t) => t.value.due).sort((a, b) => a - b)
    clearTimeout(timer)
    if (next !== undefined && !closed) timer = setTimeout(run, Math.max(next - now().getTime(), 50)).unref()
  }

  return {
    add,
    start: run,
    /** From now on mail for the domains whose MX we are comes to that SMTP server, as on the internet. */
    receiveAt(smtp: string, takes: (domain: string) => Promise<boolean>): void {
      home = { transport: nodemailer.createTransport({ url: smtp, tls: { rejectUnauthorized: false } }), takes }
    },
    /**
     * Sent mail oldest first: after the one of that id, or the newest. Fewer than `limit` where they would be too large to answer
     * at once. Undefined for an id that is not known.
     */
    list({ after, limit }: { after?: string; limit: number }): Stored[] | undefined {
      if (after === undefined) return within(sent.getRange({ reverse: true, limit })).reverse()
      const start = after.length <= 200 ? keys.get(after) : undefined
      if (start === undefined) return undefined
      return within(sent.getRange({ start, exclusiveStart: true, limit }))
    },
    /** Newest first, from the one sent just before that id. */
    page({ before, limit }: { before?: string; limit: number }): Stored[] {
      const start = before !== undefined && before.length <= 200 ? keys.get(before) : undefined
      return [...sent.getRange({ reverse: true, limit, ...(start === undefined ? {} : { start, exclusiveStart: true }) })].map(
        (e) => e.value,
      )
    },
    get(id: string): Stored | undefined {
      const key = id.length <= 200 ? keys.get(id) : undefined
      return key === undefined ? undefined : sent.get(key)
    },
    count: (): number => sent.getCount(),
    async close(): Promise<void> {
      closed = true
      clearTimeout(timer)
      transport?.close()
      home?.transport.close()
      await running
    },
  }
}

/** The first of them, up to the bytes that one answer may hold; one at least. */
function within(range: Iterable<{ value: Stored }>): Stored[] {
  const taken: Stored[] = []
  let bytes = 0
  for (const { value } of range) {
    bytes += value.raw.length
    if (bytes > MAX_ANSWER_BYTES && taken.length > 0) break
    taken.push(value)
  }
  return taken
}

async function hand(to: Transporter, mail: Stored): Promise<{ error: unknown; permanent: boolean } | undefined> {
  try {
    await to.sendMail({ envelope: { from: mail.Source, to: mail.Destinations }, raw: mail.raw })
    return undefined
  } catch (error) {
    const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
    return { error, permanent: code >= 500 }
  }
}
