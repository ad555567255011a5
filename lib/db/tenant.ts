import type { PoolClient } from 'pg'
import { noteEffect } from './claim'
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
      return noted(tx, work)
    },
    { maxWait: 10_000, timeout: options.timeout ?? 30_000 },
  )
}

/**
 * A part of a transaction done as another tenant, such as telling the old owner of a domain in the transaction of the new one. Whatever
 * `work` gives must not reach the caller's tenant. Call it once at a time: the setting is the whole transaction's.
 */
export async function asTenant<R>(tx: Transaction, tenantId: string, work: () => Promise<R>): Promise<R> {
  const [before] = await tx.$queryRaw<{ tenant: string | null }[]>`SELECT current_setting('app.tenant', true) AS tenant`
  const set = (tenant: string) => tx.$executeRaw`SELECT set_config('app.tenant', ${tenant}, true)`
  await set(tenantId)
  try {
    return await work()
  } finally {
    // Where a statement failed, the transaction takes no other, and its end takes the setting with it.
    await set(before?.tenant ?? '').catch(() => {})
  }
}

/** A transaction without a tenant: platform tables, and the functions that look across tenants. No tenant's row is seen. */
export function inPlatform<R>(work: (tx: Transaction) => Promise<R>): Promise<R> {
  return database().prisma.$transaction((tx) => noted(tx, work), { maxWait: 10_000, timeout: 30_000 })
}

/** Whoever asked with an Idempotency-Key is marked as served by the transaction that serves him. */
async function noted<R>(tx: Transaction, work: (tx: Transaction) => Promise<R>): Promise<R> {
  const result = await work(tx)
  await noteEffect((text, values) => tx.$queryRawUnsafe(text, ...values))
  return result
}

/** As `inTenant`, in raw SQL on one connection: for hot paths. */
export async function inTenantSql<R>(tenantId: string, work: (client: PoolClient) => Promise<R>): Promise<R> {
  const client = await database().pool.connect()
  let broken = false
  try {
    await client.query('BEGIN')
    await client.query(`SELECT set_config('app.tenant', $1, true)`, [tenantId])
    const result = await work(client)
    await noteEffect(async (text, values) => (await client.query(text, values)).rows)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => (broken = true))
    throw error
  } finally {
    client.release(broken)
  }
}

/** A pg client's transaction, for those who write raw SQL into either kind. */
export const writerOf = (client: PoolClient): Pick<Transaction, '$queryRawUnsafe' | '$executeRawUnsafe'> => ({
  $queryRawUnsafe: (async (text: string, ...values: unknown[]) => (await client.query(text, values)).rows) as Transaction['$queryRawUnsafe'],
  $executeRawUnsafe: (async (text: string, ...values: unknown[]) => (await client.query(text, values)).rowCount ?? 0) as unknown as Transaction['$executeRawUnsafe'],
})

/** One statement in Prisma's transaction or a pg client's: for SQL that either may run. */
export type Query = <R>(text: string, values: unknown[]) => Promise<R[]>
export const queryOf = (tx: Pick<Transaction, '$queryRawUnsafe'>): Query => (text, values) => tx.$queryRawUnsafe(text, ...values)
export const queryOfClient =
  (client: PoolClient): Query =>
  async <R>(text: string, values: unknown[]) =>
    (await client.query(text, values)).rows as R[]
