import { createHash, timingSafeEqual } from 'node:crypto'
import type { Pool } from 'pg'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { config } from '@/lib/config'
import { database } from '@/lib/db/client'
import { log } from '@/lib/log'
import { authenticate } from './authenticate'

/** What the web process counts. No labels name a tenant. */
export interface Metrics {
  registry: Registry
  notifications: Counter<'outcome'>
  commit: Histogram
  batch: Histogram
  jobs: Gauge<'queue' | 'state'>
}

function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    notifications: new Counter({
      name: 'postroom_notifications_total',
      help: 'SNS notifications posted to the door, by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    commit: new Histogram({
      name: 'postroom_notification_commit_seconds',
      help: 'Time to commit a batch of notifications with their jobs',
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    batch: new Histogram({
      name: 'postroom_notification_batch_size',
      help: 'Notifications in a batch',
      buckets: [1, 2, 5, 10, 20, 50, 100, 200],
      registers,
    }),
    jobs: new Gauge({
      name: 'postroom_queue_jobs',
      help: 'Jobs waiting (created, retry), running (active) or given up (failed), by queue',
      labelNames: ['queue', 'state'],
      registers,
    }),
  }
}

// On globalThis: Next's bundles and the server in front of them are two module graphs in one process.
const shared = globalThis as typeof globalThis & { postroomMetrics?: Metrics }

/** The process's metrics. */
export const metrics = (): Metrics => (shared.postroomMetrics ??= createMetrics())

// Each half of the union meets an index of pg-boss's own; finished jobs, which are many, are not counted.
const depths = `
  SELECT q.name, s.state, (SELECT count(*)::int FROM pgboss.job j WHERE j.name = q.name AND j.state = s.state::pgboss.job_state) AS n
  FROM pgboss.queue q, unnest(ARRAY['created', 'retry', 'active', 'failed']) s (state)`

/** The metrics as Prometheus's text, with the queues' depths as they are now; without those while the database is away. */
export async function metricsText(pool: Pool): Promise<string> {
  const { registry, jobs } = metrics()
  jobs.reset()
  try {
    const { rows } = await pool.query<{ name: string; state: string; n: number }>(depths)
    for (const r of rows) jobs.set({ queue: r.name, state: r.state }, r.n)
  } catch (error) {
    log.warn({ err: error }, "the queues' depths are not known")
  }
  return registry.metrics()
}

const bearer = /^Bearer ([\x21-\x7e]{1,512})$/
const digest = (s: string) => createHash('sha256').update(s).digest()

/** Whether an Authorization header carries the token, in a time that tells nothing about it. Without a token nobody may. */
export function mayReadMetrics(authorization: string | null, token: string | undefined): boolean {
  const given = bearer.exec(authorization ?? '')?.[1]
  if (given === undefined || token === undefined) return false
  return timingSafeEqual(digest(given), digest(token))
}

/** `GET /api/metrics`: for POSTROOM_METRICS_TOKEN, or an operator's API key. */
export async function metricsResponse(request: Request): Promise<Response> {
  const byToken = mayReadMetrics(request.headers.get('authorization'), config().metricsToken)
  if (!byToken && (await authenticate(request))?.kind !== 'operator') {
    const headers = { 'content-type': 'text/plain', 'www-authenticate': 'Bearer' }
    return new Response("A bearer token is needed: POSTROOM_METRICS_TOKEN or an operator's API key.\n", { status: 401, headers })
  }
  const text = await metricsText(database().pool)
  return new Response(text, { headers: { 'content-type': metrics().registry.contentType, 'cache-control': 'no-store' } })
}
