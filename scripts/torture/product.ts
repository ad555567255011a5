import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { LocalJson } from '@/lib/local/local-json'
import { freePort } from '@/lib/local/postgres/server'

const root = path.resolve(import.meta.dirname, '../..')

/** A whole product on free ports with a home of its own. */
export interface Product {
  local: LocalJson
  home: string
  /** Webhooks may go to this port of 127.0.0.1. */
  hookPort: number
  /** Kills one of its processes outright (SIGKILL); false where it does not run just now. */
  kill(which: 'web' | 'worker'): boolean
  stop(): Promise<void>
}

export async function startProduct(): Promise<Product> {
  const home = mkdtempSync(path.join(tmpdir(), 'postroom-torture-'))
  chmodSync(home, 0o755)
  const ports = { PORT: await freePort(), LOCAL_AWS_PORT: await freePort(), LOCAL_SMTP_PORT: await freePort() }
  const hookPort = await freePort()
  const env = { ...process.env, POSTROOM_HOME: home, POSTROOM_WEBHOOK_ALLOW: `127.0.0.1:${hookPort}`, ...Object.fromEntries(Object.entries(ports).map(([k, v]) => [k, String(v)])) }
  const supervisor = spawn(process.execPath, ['scripts/run.mjs', 'lib/local/start.ts'], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
  const file = path.join(home, 'local.json')
  for (const began = Date.now(); !existsSync(file); await pause(100)) {
    if (supervisor.exitCode !== null || Date.now() - began > 300_000) throw new Error('the product did not start')
  }
  return {
    local: LocalJson.parse(JSON.parse(readFileSync(file, 'utf8'))),
    home,
    hookPort,
    kill: (which) => killChild(supervisor, which),
    stop: async () => {
      const gone = new Promise((resolve) => supervisor.once('close', resolve))
      supervisor.kill('SIGTERM')
      await gone
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function killChild(supervisor: ChildProcess, which: 'web' | 'worker'): boolean {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
  const line = stdout.split('\n').find((l) => l.includes(`lib/${which}/main.ts`) && Number(l.trim().split(/\s+/)[1]) === supervisor.pid)
  if (!line) return false
  process.kill(Number(line.trim().split(/\s+/)[0]), 'SIGKILL')
  return true
}
