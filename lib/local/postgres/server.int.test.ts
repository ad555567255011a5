import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startPostgres } from './server'

let home: string
let dir: string
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'postgres-'))
  chmodSync(home, 0o755)
  dir = path.join(home, 'pg')
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const postmaster = () => Number(readFileSync(path.join(dir, 'postmaster.pid'), 'utf8').split('\n')[0])
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
const start = () => startPostgres({ dir, password: 'test', settings: { fsync: 'off' } })

/** A process of its own that starts the server and says so. */
async function startElsewhere() {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'lib/local/postgres/start.fixture.ts', dir], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return child
}

it('ends with the process that started it, however that ends, and another start has it again', async () => {
  const child = await startElsewhere()
  const left = postmaster()
  child.kill('SIGKILL')
  const server = await start()
  expect(isAlive(left)).toBe(false)
  await server.stop()
}, 60_000)

it('is gone soon after a process that was killed, although nobody starts it again', async () => {
  const child = await startElsewhere()
  const left = postmaster()
  child.kill('SIGKILL')
  await vi.waitFor(() => expect(isAlive(left)).toBe(false), 20_000)
}, 60_000)

it('tells of its own end, and stops when told', async () => {
  const server = await start()
  const ended = new Promise<void>((resolve) => server.onExit(() => resolve()))
  const pid = postmaster()
  process.kill(pid, 'SIGKILL')
  await ended
  const again = await start()
  const next = postmaster()
  await again.stop()
  expect([isAlive(pid), isAlive(next)]).toEqual([false, false])
}, 60_000)
