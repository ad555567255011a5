import pg from 'pg'

/**
 * A pg configuration from a URL, field by field. A `connectionString` would win over an explicit `database`,
 * and a shadow database would then be the main one.
 */
export function connectionOf(url: string, over: pg.ClientConfig = {}): pg.ClientConfig {
  const u = new URL(url)
  const ssl = u.searchParams.get('sslmode') ?? ''
  return {
    host: u.searchParams.get('host') ?? (u.hostname || undefined),
    port: u.port ? Number(u.port) : 5432,
    user: decodeURIComponent(u.username) || undefined,
    password: decodeURIComponent(u.password) || undefined,
    database: decodeURIComponent(u.pathname.slice(1)) || undefined,
    ...(['require', 'verify-ca', 'verify-full'].includes(ssl) ? { ssl: { rejectUnauthorized: ssl !== 'require' } } : {}),
    ...over,
  }
}

/** An error with the code by which Prisma's CLI knows it (P1000, P1001, P1003, P1009). */
export class PrismaError extends Error {
  constructor(
    readonly prismaCode: string,
    message: string,
  ) {
    super(message)
  }
}

function asPrismaError(error: unknown, url: string): unknown {
  const code = (error as { code?: string }).code
  const c = connectionOf(url)
  if (code === '3D000') return new PrismaError('P1003', `Database \`${c.database}\` does not exist`)
  if (code === '28P01' || code === '28000') return new PrismaError('P1000', `Authentication failed: the credentials for \`${c.user}\` are not valid.`)
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT')
    return new PrismaError('P1001', `Can't reach database server at \`${c.host}:${c.port}\``)
  return error
}

async function withClient<R>(config: pg.ClientConfig, url: string, work: (c: pg.Client) => Promise<R>): Promise<R> {
  const client = new pg.Client(config)
  try {
    await client.connect()
    return await work(client)
  } catch (error) {
    throw asPrismaError(error, url)
  } finally {
    await client.end().catch(() => {})
  }
}

export const canConnect = (url: string): Promise<void> => withClient(connectionOf(url), url, async () => {})

/** Runs a script whole, on one connection. */
export const runScript = (url: string, sql: string): Promise<void> => withClient(connectionOf(url), url, async (c) => void (await c.query(sql)))

/** Makes the URL's database. PrismaError P1009 where it exists. Gives its name. */
export async function createDatabase(url: string): Promise<string> {
  const { database = 'postgres' } = connectionOf(url)
  return withClient(connectionOf(url, { database: 'postgres' }), url, async (c) => {
    try {
      await c.query(`CREATE DATABASE ${c.escapeIdentifier(database)}`)
    } catch (error) {
      if ((error as { code?: string }).code === '42P04') throw new PrismaError('P1009', `Database \`${database}\` already exists`)
      throw error
    }
    return database
  })
}

export async function dropDatabase(url: string): Promise<void> {
  const { database = 'postgres' } = connectionOf(url)
  await withClient(connectionOf(url, { database: 'postgres' }), url, async (c) => {
    await c.query(`DROP DATABASE IF EXISTS ${c.escapeIdentifier(database)} WITH (FORCE)`)
  })
}
