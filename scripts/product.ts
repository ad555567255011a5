import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { LocalJson } from '@/lib/local/local-json'
import { freePort } from '@/lib/local/postgres/server'

const root = path.resolve(import.meta.dirname, '..')

/** The environment without a machine's own settings of the product: they must not reach tests and figures. */
export const cleanEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([k]) => !/^(POSTROOM_|DATABASE_URL|AWS_|LOCAL_|DNS_SERVERS|PORT$|NODE_ENV$)/.test(k))),
  NEXT_TELEMETRY_DISABLED: '1',
} as unknown as NodeJS.ProcessEnv

/** Runs `work` beside a whole product of its own, on free ports, and stops it. `home` must be new. Its webhooks may go to `hookPort` of 127.0.0.1. */
export async function withProduct<R>(home: string, work: (localJson: string, hookPort: string) => Promise<R>): Promise<R> {
  const hookPort = String(await freePort())
  const env = { ...cleanEnv, POSTROOM_HOME: home, POSTROOM_WEBHOOK_ALLOW: `127.0.0.1:${hookPort}`, PORT: String(await freePort()), LOCAL_AWS_PORT: String(await freePort()), LOCAL_SMTP_PORT: String(await freePort()) }
  const product = spawn(process.execPath, ['scripts/run.mjs', 'lib/local/start.ts'], { cwd: root, env, stdio: ['ignore', 2, 2] })
  try {
    const localJson = path.join(home, 'local.json')
    await untilWritten(localJson, product)
    return await work(localJson, hookPort)
  } finally {
    const gone = new Promise((resolve) => (product.exitCode === null ? product.once('close', resolve) : resolve(undefined)))
    product.kill('SIGTERM')
    await gone
  }
}

export const readLocalJson = (file: string): LocalJson => LocalJson.parse(JSON.parse(readFileSync(file, 'utf8')))

async function untilWritten(file: string, product: ChildProcess): Promise<void> {
  for (const began = Date.now(); Date.now() - began < 300_000; await pause(100)) {
    if (existsSync(file)) return
    if (product.exitCode !== null) throw new Error('the product ended before it was ready')
  }
  throw new Error('the product was not ready within five minutes')
}
