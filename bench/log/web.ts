import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { freePort } from '@/lib/local/postgres/server'

const run = path.resolve(import.meta.dirname, '../../scripts/run.mjs')

export interface Web {
  url: string
  pid: number
  stop(): void
}

/** The console's process on a database, built for production before where its sources have changed. */
export async function startWeb(databaseUrl: string): Promise<Web> {
  await ended(spawn(process.execPath, [run, 'scripts/build.ts'], { stdio: ['ignore', 'ignore', 'inherit'] }))
  const port = await freePort()
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', PORT: String(port), DATABASE_URL: '', DATABASE_URL_WEB: databaseUrl, POSTROOM_KEY: randomBytes(32).toString('hex'), POSTROOM_URL: '' }
  const child = spawn(process.execPath, [run, 'lib/web/main.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the console ended with ${code}`)))
    child.stdout.once('data', (line: Buffer) => resolve({ url: (JSON.parse(line.toString()) as { url: string }).url, pid: child.pid!, stop: () => void child.kill('SIGTERM') }))
  })
}

const ended = (child: ReturnType<typeof spawn>) =>
  new Promise<void>((resolve, reject) => child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the build ended with ${code}`)))))
