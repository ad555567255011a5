import { spawn, type ChildProcess } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { benchDatabase, type BenchDatabase } from './cluster'
import { cpuOf } from './cpu'
import { createEnvelopes, topicArn, type Envelopes } from './envelopes'
import { load, median, type Measured } from './measure'

// Signed notifications a second, from HTTP to the committed notification and job, beside a floor in the same run: the two alternate,
// so that whatever else the machine does meets both. The median of the rounds counts.

export interface Options {
  /** Rows in `notification` before a measurement. */
  sizes: readonly number[]
  connections: readonly number[]
  rounds: number
  seconds: number
  say: (sentence: string) => void
}

interface Taken extends Measured {
  /** Milliseconds of CPU a notification: the server's, and PostgreSQL's. They hold also where the machine is busy otherwise. */
  server: number
  postgres: number
}

export interface Line {
  rows: number
  connections: number
  floor: Taken
  door: Taken
  /** Door to floor of each round, sorted. */
  ratios: number[]
  load: number
}

export async function benchNotifications(options: Options): Promise<Line[]> {
  const { sizes, connections, rounds, seconds, say } = options
  const database = await benchDatabase()
  const envelopes = await createEnvelopes()
  const owner = new pg.Pool({ connectionString: database.owner, max: 2 })
  const servers: Server[] = []
  const measure = (server: Server, c: number, s: number) => measureOne({ database, owner, server, envelopes, connections: c, seconds: s })
  try {
    await owner.query(`INSERT INTO topic (arn, purpose) VALUES ($1, 'inbound')`, [topicArn])
    const places = { DATABASE_URL_WEB: database.web, POSTROOM_SNS_CERT_ORIGIN: envelopes.certOrigin }
    const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', POSTROOM_ROLE: 'web', ...places }
    const floor = await startServerProcess('floor-server.ts', env)
    servers.push(floor)
    const door = await startServerProcess('door-server.ts', env)
    servers.push(door)
    const lines: Line[] = []
    for (const rows of sizes) {
      say(`Filling up to ${rows.toLocaleString('en')} notifications`)
      await fill(owner, rows)
      for (const c of connections) {
        await measure(floor, c, 1)
        await measure(door, c, 1)
        const floors: Taken[] = []
        const doors: Taken[] = []
        for (let round = 0; round < rounds; round++) {
          floors.push(await measure(floor, c, seconds))
          doors.push(await measure(door, c, seconds))
          const [f, d] = [floors, doors].map((all) => all.at(-1)!.perSecond.toFixed(0))
          say(`${rows} rows, ${c} connections: floor ${f}/s, door ${d}/s`)
        }
        const ratios = doors.map((d, i) => d.perSecond / floors[i]!.perSecond).sort((a, b) => a - b)
        lines.push({ rows, connections: c, floor: middle(floors), door: middle(doors), ratios, load: os.loadavg()[0]! })
      }
    }
    return lines
  } finally {
    for (const s of servers) s.process.kill('SIGTERM')
    envelopes.close()
    await owner.end()
    await database.stop()
  }
}

const middle = (all: readonly Taken[]): Taken => {
  const of = (name: keyof Taken) => median(all.map((m) => m[name]))
  return { perSecond: of('perSecond'), p50: of('p50'), p99: of('p99'), server: of('server'), postgres: of('postgres') }
}

interface Measurement {
  database: BenchDatabase
  owner: pg.Pool
  server: Server
  envelopes: Envelopes
  connections: number
  seconds: number
}

/** One load, and the proof that all of it was committed: as many new notifications and jobs as answers. */
async function measureOne({ database, owner, server, envelopes, connections, seconds }: Measurement): Promise<Taken> {
  envelopes.prepare(connections === 1 ? 3_000 * seconds : 8_000 * seconds)
  const before = await counts(owner)
  const cpu = { server: cpuOf(server.process.pid!), postgres: cpuOf(database.pid) }
  let sent = 0
  const measured = await load(server.url, connections, seconds, () => (sent++, envelopes.next()))
  const used = { server: (cpuOf(server.process.pid!) - cpu.server) / sent, postgres: (cpuOf(database.pid) - cpu.postgres) / sent }
  const after = await counts(owner)
  const [notifications, jobs] = [after.notifications - before.notifications, after.jobs - before.jobs]
  if (notifications !== sent || jobs !== sent)
    throw new Error(`${sent} were answered, but ${notifications} notifications and ${jobs} jobs were committed`)
  return { ...measured, ...used }
}

async function counts(owner: pg.Pool): Promise<{ notifications: number; jobs: number }> {
  const { rows } = await owner.query<{ notifications: number; jobs: number }>(
    'SELECT (SELECT count(*)::int FROM notification) AS notifications, (SELECT count(*)::int FROM pgboss.job) AS jobs',
  )
  return rows[0]!
}

/** Brings both tables to a known size: old notifications are processed and their jobs gone, as in a system that keeps up. */
async function fill(owner: pg.Pool, rows: number): Promise<void> {
  await owner.query('DELETE FROM pgboss.job')
  await owner.query('TRUNCATE notification')
  await owner.query(
    `INSERT INTO notification (id, topic, body, "processedAt", outcome)
     SELECT gen_random_uuid()::text, $2, repeat(md5(i::text), 90), now(), 'done' FROM generate_series(1, $1) i`,
    [rows, topicArn],
  )
  await owner.query('VACUUM ANALYZE notification')
  await owner.query('VACUUM ANALYZE pgboss.job')
  await owner.query('CHECKPOINT')
}

interface Server {
  process: ChildProcess
  url: string
}

function startServerProcess(file: string, env: NodeJS.ProcessEnv): Promise<Server> {
  const run = path.resolve(import.meta.dirname, '../scripts/run.mjs')
  const child = spawn(process.execPath, [run, `bench/${file}`], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
    child.stdout.once('data', (line: Buffer) => resolve({ process: child, url: (JSON.parse(line.toString()) as { url: string }).url }))
  })
}
