import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Pool } from 'pg'
import { database } from '@/lib/db/client'

interface Check {
  ok: boolean
  /** What is wrong and what to do. No detail of errors: anybody may read it. */
  problem?: string
}
export interface Health {
  status: 'ok' | 'failing'
  checks: { database: Check; migrations: Check; queue: Check }
}

const timeLimit = 3_000

/** The newest migration that this copy of the program brings along. */
export function newestMigration(root: string = process.cwd()): string | undefined {
  const folder = path.join(/* turbopackIgnore: true */ root, 'prisma/migrations')
  const names = readdirSync(folder, { withFileTypes: true }).filter((d) => d.isDirectory()).map((d) => d.name)
  return names.sort().at(-1)
}

/**
 * Whether the process can do its work: the database answers, the newest migration is applied, the queue is there.
 * Never throws; 3 s a check at most.
 */
export async function checkHealth(pool: Pool, migration: string | undefined = newestMigration()): Promise<Health> {
  const ask = async (problem: string, text: string, values: unknown[] = []): Promise<Check> => {
    try {
      const answer = await within(pool.query<{ ok: boolean }>(text, values))
      return answer.rows[0]?.ok ? { ok: true } : { ok: false, problem }
    } catch {
      return { ok: false, problem }
    }
  }
  const database = await ask('The database does not answer', 'SELECT true AS ok')
  if (!database.ok) {
    const unknown = { ok: false, problem: 'Not known without the database' }
    return { status: 'failing', checks: { database, migrations: unknown, queue: unknown } }
  }
  const [migrations, queue] = await Promise.all([
    ask('The newest migration is not applied: run `npx prisma migrate deploy`', 'SELECT migration_applied($1) AS ok', [migration]),
    ask('The job queue is not installed: run `npm start`', `SELECT EXISTS (SELECT 1 FROM pgboss.queue WHERE name = 'notification') AS ok`),
  ])
  return { status: migrations.ok && queue.ok ? 'ok' : 'failing', checks: { database, migrations, queue } }
}

async function within<R>(work: Promise<R>): Promise<R> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too slow')), timeLimit)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** As `checkHealth`, of this process's database. */
export const currentHealth = (): Promise<Health> => checkHealth(database().pool)

/** `GET /api/health`: 200 while all is fine, else 503; the body says which check fails. */
export async function healthResponse(): Promise<Response> {
  const health = await currentHealth()
  return Response.json(health, { status: health.status === 'ok' ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
