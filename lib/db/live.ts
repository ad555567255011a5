// Live updates. A writer says in its own transaction what it changed (pg_notify: heard with the commit, or never); each web process listens on
// one connection of its own and tells its readers. A topic says that something changed, never what: readers ask again, with their own rights.
import pg from 'pg'
import { log } from '@/lib/log'
import { database } from './client'

const channel = 'postroom_live'

/** `t:<tenantId>:<noun>` for a tenant's own, `plan` for the operator's. */
export type LiveTopic = `t:${string}:delivery` | `t:${string}:domain` | `t:${string}:webhook` | `t:${string}:export` | 'plan'

/** Of Prisma's transaction or of a pg client. */
type Writer = { $executeRawUnsafe(query: string, ...values: unknown[]): Promise<number> } | { query(text: string, values: unknown[]): Promise<unknown> }

const notify = `SELECT pg_notify('${channel}', $1)`

/** Says that `topic` changed, once the caller's transaction has committed. The same twice in one transaction is heard once. */
export async function notifyLive(tx: Writer, topic: LiveTopic): Promise<void> {
  await ('$executeRawUnsafe' in tx ? tx.$executeRawUnsafe(notify, topic) : tx.query(notify, [topic]))
}

/** `lost` tells that the process hears nothing now: what is said until `back` has to be looked for. */
type Heard = (news: { topic: string } | 'lost' | 'back') => void

interface Ear {
  hearers: Set<Heard>
  client?: pg.Client | undefined
  hears?: boolean
  timer?: NodeJS.Timeout | undefined
}

// On globalThis: Next's bundles and the server in front of them are two module graphs in one process.
const shared = globalThis as typeof globalThis & { postroomEar?: Ear }

/** Calls `heard` for each topic that any process says, until the function given back is called. The first caller opens the connection, the last closes it. */
export function hearLive(heard: Heard): () => void {
  const ear = (shared.postroomEar ??= { hearers: new Set() })
  ear.hearers.add(heard)
  if (!ear.client && !ear.timer) open(ear, 250)
  else if (ear.hears) queueMicrotask(() => ear.hearers.has(heard) && ear.hears && heard('back'))
  return () => {
    ear.hearers.delete(heard)
    if (ear.hearers.size > 0) return
    clearTimeout(ear.timer)
    const { client } = ear
    delete ear.timer
    delete ear.client
    ear.hears = false
    void client?.end().catch(() => {})
  }
}

const mostWait = 10_000

function open(ear: Ear, wait: number): void {
  const client = new pg.Client({ ...database().pool.options, application_name: 'postroom live', keepAlive: true })
  ear.client = client
  let gone = false
  const again = (error?: unknown) => {
    if (gone || ear.client !== client) return
    gone = true
    delete ear.client
    ear.hears = false
    log.warn({ err: error }, 'the connection that live updates come by was lost')
    tell(ear, 'lost')
    void client.end().catch(() => {})
    ear.timer = setTimeout(() => {
      delete ear.timer
      if (ear.hearers.size > 0) open(ear, Math.min(wait * 2, mostWait))
    }, wait)
    ear.timer.unref()
  }
  client.on('error', again)
  client.on('end', () => again())
  client.on('notification', ({ payload }) => payload && tell(ear, { topic: payload }))
  client
    .connect()
    .then(() => client.query(`LISTEN ${channel}`))
    .then(() => {
      if (ear.client !== client) return
      ear.hears = true
      wait = 250
      tell(ear, 'back')
    })
    .catch(again)
}

const tell = (ear: Ear, news: Parameters<Heard>[0]) => ear.hearers.forEach((heard) => heard(news))
