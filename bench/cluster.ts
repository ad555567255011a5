import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deployMigrations } from '@/lib/db/migrate/deploy'
import { enableLogin } from '@/lib/local/postgres/roles'
import { startPostgres } from '@/lib/local/postgres/server'
import { installQueues } from '@/lib/queue/install'

export interface BenchDatabase {
  owner: string
  web: string
  /** The postmaster's process id. */
  pid: number
  stop(): Promise<void>
}

/** A PostgreSQL of the benchmark's own, durable as in production (fsync and synchronous_commit on), migrated, with the product's roles. */
export async function benchDatabase(): Promise<BenchDatabase> {
  const home = mkdtempSync(path.join(tmpdir(), 'postroom-bench-'))
  chmodSync(home, 0o755)
  const settings = { shared_buffers: '256MB', random_page_cost: '1.1', max_wal_size: '4GB' }
  const server = await startPostgres({ dir: path.join(home, 'pg'), password: 'bench', settings })
  const owner = server.url('postroom_bench')
  await deployMigrations(owner)
  await installQueues(owner)
  const { web } = await enableLogin(owner, 'bench')
  const stop = async () => {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().then(() => process.exit(130)))
  return { owner, web, pid: Number(readFileSync(path.join(home, 'pg/postmaster.pid'), 'utf8').split('\n')[0]), stop }
}
