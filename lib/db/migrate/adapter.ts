import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter, SqlQuery, SqlResultSet, Transaction } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { connectionOf } from './connection'

// Three things of the stock adapter do not fit a migration engine and are replaced here:
//  - executeScript() splits a script at every ';' (which breaks functions and DO blocks) and runs the pieces on any pooled connection;
//  - queryRaw() refuses catalog types such as "char" (oid 18), which the engine's own introspection queries return;
//  - connectToShadowDb() with a connection string would connect to the main database.

const CHAR_OID = 18
const VARCHAR_OID = 1043
const CHARACTER = 6 // ColumnTypeEnum.Character
const catalogText = new Set([22, 24, 27, 28, 29, 30, 194, 2202, 2203, 2204, 2205, 2206, 3220, 3361, 3402, 4089, 4096])

type Field = { dataTypeID: number }
interface Queryable {
  performIO(query: SqlQuery): Promise<{ fields?: Field[] }>
  queryRaw(query: SqlQuery): Promise<SqlResultSet>
}
interface Adapter extends SqlDriverAdapter {
  underlyingDriver(): pg.Pool
  onError(error: unknown): never
}

function readCatalogTypes<Q>(target: Q): Q {
  const q = target as unknown as Queryable
  const { performIO, queryRaw } = q
  let chars: boolean[] = []
  q.performIO = async function (query) {
    const result = await performIO.call(this, query)
    chars = result.fields?.map((f) => f.dataTypeID === CHAR_OID) ?? []
    for (const f of result.fields ?? []) if (f.dataTypeID === CHAR_OID || catalogText.has(f.dataTypeID)) f.dataTypeID = VARCHAR_OID
    return result
  }
  q.queryRaw = async function (query) {
    const result = await queryRaw.call(this, query)
    return { ...result, columnTypes: result.columnTypes.map((t, i) => (chars[i] ? CHARACTER : t)) }
  }
  return target
}

function forMigrations(adapter: Adapter): Adapter {
  readCatalogTypes(adapter)
  const start = adapter.startTransaction.bind(adapter)
  adapter.startTransaction = async (...args): Promise<Transaction> => readCatalogTypes(await start(...args))
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script)
    } catch (error) {
      adapter.onError(error)
    }
  }
  return adapter
}

/** The pg driver adapter, made fit for the schema engine. */
export class MigrationAdapter extends PrismaPg {
  private readonly open: SqlDriverAdapter[] = []

  constructor(
    private readonly url: string,
    private readonly shadowUrl?: string,
  ) {
    super(connectionOf(url, { max: 1 } as pg.PoolConfig), { schema: new URL(url).searchParams.get('schema') ?? undefined })
  }

  override async connect() {
    const adapter = await super.connect()
    forMigrations(adapter as unknown as Adapter)
    this.open.push(adapter)
    return adapter
  }

  /** Ends the connections; a template database with one open cannot be cloned. */
  async close(): Promise<void> {
    await Promise.all(this.open.splice(0).map((a) => a.dispose()))
  }

  override async connectToShadowDb() {
    if (this.shadowUrl) return new MigrationAdapter(this.shadowUrl).connect()
    const admin = new pg.Client(connectionOf(this.url))
    await admin.connect()
    const database = `prisma_migrate_shadow_db_${randomUUID()}`
    await admin.query(`CREATE DATABASE "${database}"`)
    const shadow = new URL(this.url)
    shadow.pathname = `/${database}`
    const adapter = await new MigrationAdapter(shadow.href).connect()
    const dispose = adapter.dispose.bind(adapter)
    adapter.dispose = async () => {
      await dispose()
      await admin.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`)
      await admin.end()
    }
    return adapter
  }
}

/** Answers the engine's one greeting query: `migrate diff` between files needs no server. */
export const offlineAdapter = () => {
  const connection = {
    provider: 'postgres' as const,
    adapterName: 'offline',
    queryRaw: async ({ sql }: SqlQuery): Promise<SqlResultSet> => {
      if (!sql.includes('server_version_num')) throw new Error('this command needs a database')
      return { columnNames: ['exists', 'version', 'numeric_version'], columnTypes: [5, 7, 0], rows: [[true, 'PostgreSQL 18.0', 180000]] }
    },
    executeRaw: async () => 0,
    executeScript: async () => {},
    dispose: async () => {},
    startTransaction: async (): Promise<Transaction> => {
      throw new Error('this command needs a database')
    },
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  }
  return { provider: 'postgres' as const, adapterName: 'offline', connect: async () => connection, connectToShadowDb: async () => connection }
}
