import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deployMigrations } from '@/lib/db/migrate/deploy'
import { enableLogin } from '@/lib/local/postgres/roles'
import { startPostgres } from '@/lib/local/postgres/server'
import { installQueues } from '@/lib/queue/install'

const password = 'test'
export const templateName = 'postroom_template'

/** vitest's global set-up: one throw-away cluster with a migrated template database, from which each test file clones its own. */
export default async function setup(): Promise<() => Promise<void>> {
  const home = mkdtempSync(path.join(tmpdir(), 'postroom-test-'))
  chmodSync(home, 0o755)
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' }
  const server = await startPostgres({ dir: path.join(home, 'pg'), password, settings })
  const owner = server.url(templateName)
  await deployMigrations(owner)
  await installQueues(owner)
  await enableLogin(owner, password)
  process.env['POSTROOM_TEST_CLUSTER'] = server.url('postgres')
  return async () => {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
}
