// Builds the web for production when its sources changed since the last build: Prisma's client, then Next.
// `--force` builds in any case; `--generate` makes Prisma's client only.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const force = process.argv.includes('--force')

function run(command: string, args: string[]): void {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', NODE_ENV: 'production' } as NodeJS.ProcessEnv
  const done = spawnSync(process.execPath, [path.join(root, 'node_modules', command), ...args], { cwd: root, env, stdio: 'inherit' })
  if (done.status !== 0) process.exit(done.status ?? 1)
}

/** To the supervisor, where it started this. */
const tell = (note: string) => new Promise<unknown>((done) => (process.send ? process.send({ note }, done) : done(undefined)))

function hashOf(places: string[]): string {
  const hash = createHash('sha256')
  for (const file of places.flatMap(filesAt).sort()) hash.update(file).update('\0').update(readFileSync(path.join(root, file))).update('\0')
  return hash.digest('hex')
}

/** The place itself where it is a file, else every source below it; tests and generated code change no build. */
function filesAt(place: string): string[] {
  const full = path.join(root, place)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [place]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile() && /\.(tsx?|css|json|svg|ico|png|woff2)$/.test(f.name) && !/\.(test|fixture)\.tsx?$/.test(f.name))
    .map((f) => path.relative(root, path.join(f.parentPath, f.name)))
    .filter((f) => !f.startsWith('lib/db/generated'))
}

function upToDate(stamp: string, hash: string): boolean {
  const file = path.join(root, stamp)
  return !force && existsSync(file) && readFileSync(file, 'utf8') === hash
}

const clientStamp = 'lib/db/generated/.hash'
const clientHash = hashOf(['prisma/schema.prisma', 'package-lock.json'])
if (!upToDate(clientStamp, clientHash)) {
  run('prisma/build/index.js', ['generate'])
  writeFileSync(path.join(root, clientStamp), clientHash)
}

if (!process.argv.includes('--generate')) {
  const webStamp = '.next/.hash'
  const settings = ['next.config.mjs', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json', 'prisma/schema.prisma']
  const webHash = hashOf(['app', 'components', 'lib', 'messages', 'public', ...settings])
  if (!upToDate(webStamp, webHash) || !existsSync(path.join(root, '.next/BUILD_ID'))) {
    await tell('Building the console (about half a minute)')
    run('next/dist/bin/next', ['build'])
    writeFileSync(path.join(root, webStamp), webHash)
  }
}
