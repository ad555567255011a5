import type { PoolClient } from 'pg'
import { database } from './client'
import type { Prisma } from './generated/client'

export type Transaction = Prisma.TransactionClient

/**
 * One interactive transaction as one tenant: row-level security shows and takes this tenant's rows alone.
 * A request takes one; a job takes one for each step and holds none open across a call outside the database.
 */
export function inTenant<R>(tenantId: string, work: (tx: Transaction) => Promise<R>, options: { timeout?: number } = {}): Promise<R> {
  return database().prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('app.tenant', ${tenantId}, true)`
      return work(tx)
    },
    { maxWait: 10_000, timeout: options.timeout ?? 30_000 },
  )
}

/** A transaction without a tenant: platform tables, and the functions that look across tenants. No tenant's row is seen. */
export function inPlatform<R>(work: (tx: Transaction) => Promise<R>): Promise<R> {
  return database().prisma.$transaction(work, { maxWait: 10_000, timeout: 30_000 })
}

/** As `inTenant`, in raw SQL on one connection: for hot paths. */
export async function inTenantSql<R>(tenantId: string, work: (client: PoolClient) => Promise<R>): Promise<R> {
  const client = await database().pool.connect()
  let broken = false
  try {
    await client.query('BEGIN')
    await client.query(`SELECT set_config('app.tenant', $1, true)`, [tenantId])
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => (broken = true))
    throw error
  } finally {
    client.release(broken)
  }
}
