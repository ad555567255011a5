import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { canConnect, createDatabase, PrismaError } from './connection'
import { noFilters, openEngine } from './engine'

const root = path.resolve(import.meta.dirname, '../../..')

/**
 * `prisma migrate deploy` without Prisma's command line: the same engine, table and checksums, in half a second.
 * Makes the database where it is missing. Gives the names of the migrations that it applied; throws the engine's own error.
 */
export async function deployMigrations(url: string): Promise<string[]> {
  const folder = path.join(root, 'prisma/migrations')
  const schema = path.join(root, 'prisma/schema.prisma')
  // Asked first: an owner of a database that is there often may not make any.
  await canConnect(url).catch((error: unknown) => {
    if (!(error instanceof PrismaError && error.prismaCode === 'P1003')) throw error
    return createDatabase(url)
  })
  const { engine, close } = await openEngine({ url, datamodels: [[schema, readFileSync(schema, 'utf8')]] })
  const lock = path.join(folder, 'migration_lock.toml')
  const names = readdirSync(folder, { withFileTypes: true }).filter((d) => d.isDirectory()).map((d) => d.name)
  const applied = engine['applyMigrations']!({
    filters: noFilters,
    migrationsList: {
      baseDir: folder,
      lockfile: { path: 'migration_lock.toml', content: existsSync(lock) ? readFileSync(lock, 'utf8') : null },
      shadowDbInitScript: '',
      migrationDirectories: names.sort().map((name) => ({
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: readFileSync(path.join(folder, name, 'migration.sql'), 'utf8') } },
      })),
    },
  })
  return ((await applied.finally(close)) as { appliedMigrationNames: string[] }).appliedMigrationNames
}
