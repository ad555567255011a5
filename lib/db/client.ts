import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { config } from '@/lib/config'
import { log } from '@/lib/log'
import { PrismaClient } from './generated/client'

/** A process's way to Postgres: a pool for raw SQL, and Prisma on the same pool. */
export interface Database {
  pool: pg.Pool
  prisma: PrismaClient
  close(): Promise<void>
}

/** Connections are kept: a cold one plans each hot statement anew (18 ms for the first page of the log). */
export function openDatabase(url: string, max = 10): Database {
  const pool = new pg.Pool({ connectionString: url, max, idleTimeoutMillis: 0 })
  pool.on('error', (error) => log.warn({ err: error }, 'a database connection was lost'))
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  return {
    pool,
    prisma,
    close: async () => {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

// On globalThis: Next's bundles and the server in front of them are two module graphs in one process.
const shared = globalThis as typeof globalThis & { postroomDatabase?: Database }

/** The process's database, as the role in POSTROOM_ROLE (web or worker). */
export function database(): Database {
  if (shared.postroomDatabase) return shared.postroomDatabase
  const role = process.env['POSTROOM_ROLE'] === 'worker' ? 'worker' : 'web'
  const url = config().database[role]
  if (!url) throw new Error(`DATABASE_URL_${role.toUpperCase()} is not set: run \`npm start\`, or set it to a database of your own.`)
  return (shared.postroomDatabase = openDatabase(url))
}

/** Sets the process's database: for tests, and for programs that know their URL otherwise. */
export function useDatabase(db: Database | undefined): void {
  shared.postroomDatabase = db
}
