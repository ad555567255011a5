import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { openDatabase, useDatabase, type Database } from '@/lib/db/client'
import { templateName } from './cluster'

export interface TestDatabase {
  /** URLs as the owner and as the application's two roles. */
  urls: { owner: string; web: string; worker: string }
  owner: pg.Pool
  web: Database
  worker: Database
  /** Makes the role's database the process's own, as the web or the worker has it. */
  become(role: 'web' | 'worker'): void
  drop(): Promise<void>
}

/** A database of its own for a test file, cloned from the template. Needs the `int` project's global set-up. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const cluster = process.env['POSTROOM_TEST_CLUSTER']
  if (!cluster) throw new Error('No test cluster: name the file *.int.test.ts, so that it runs in the `int` project.')
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: cluster })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${templateName} STRATEGY FILE_COPY`)
  const as = (user?: string) => {
    const url = new URL(cluster)
    url.pathname = `/${name}`
    if (user) {
      url.username = user
      url.password = 'test'
    }
    return url.href
  }
  const urls = { owner: as(), web: as('postroom_web'), worker: as('postroom_worker') }
  const owner = new pg.Pool({ connectionString: urls.owner, max: 4 })
  owner.on('error', () => {})
  const web = openDatabase(urls.web, 5)
  const worker = openDatabase(urls.worker, 5)
  return {
    urls,
    owner,
    web,
    worker,
    become: (role) => useDatabase(role === 'web' ? web : worker),
    drop: async () => {
      useDatabase(undefined)
      await Promise.all([web.close(), worker.close(), owner.end()])
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await admin.end()
    },
  }
}
