import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import type { Writable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { postgresBinaries } from './binaries'
import { unprivilegedRunner, type Runner } from './unprivileged'

export interface PostgresServer {
  port: number
  /** URL of a database as the superuser. */
  url(database: string): string
  /** Called when the server ends by itself. */
  onExit(listener: (code: number | null) => void): void
  /** Fast shutdown; resolves when the server is gone. */
  stop(): Promise<void>
}

interface Options {
  /** Data directory; made by initdb when missing. */
  dir: string
  /** 0 takes a free one. */
  port?: number
  password: string
  settings?: Record<string, string>
  onStep?: (sentence: string) => void
}

const user = 'postgres'

/**
 * Starts a PostgreSQL cluster on 127.0.0.1. It ends with this process, however that ends; one that still runs in the same directory
 * (its shut-down may take longer than a restart) is ended first.
 */
export async function startPostgres({ dir, port = 0, password, settings = {}, onStep = () => {} }: Options): Promise<PostgresServer> {
  dir = path.resolve(dir)
  mkdirSync(path.dirname(dir), { recursive: true })
  const { postgres, initdb } = await postgresBinaries()
  const runner = unprivilegedRunner(postgres, dir)
  const urlAt = (p: number) => (database: string) => `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${p}/${database}`

  const left = leftRunning(dir)
  if (left !== undefined) {
    onStep('Ending the PostgreSQL that an earlier start left behind')
    await stopProcess(left, () => !isAlive(left))
  }
  if (!existsSync(path.join(dir, 'PG_VERSION'))) createCluster(initdb, runner, dir, password)

  const actualPort = port || (await freePort())
  const child = launch(postgres, runner, dir, { port: String(actualPort), ...settings })
  let exit: { code: number | null } | undefined
  child.on('exit', (code) => (exit = { code }))
  await untilReady(dir, () => exit)
  return {
    port: actualPort,
    url: urlAt(actualPort),
    onExit: (listener) => void child.on('exit', listener),
    stop: async () => {
      lifeline(child).end()
      for (let waited = 0; waited < patience && exit === undefined; waited += 25) await pause(25)
      const pid = postmasterOf(dir)
      if (exit === undefined && pid !== undefined) process.kill(pid, 'SIGQUIT')
    },
  }
}

/** Milliseconds for a fast shut-down. */
const patience = 20_000

const pidFile = (dir: string) => path.join(dir, 'postmaster.pid')

function postmasterOf(dir: string): number | undefined {
  const pid = existsSync(pidFile(dir)) ? Number(readFileSync(pidFile(dir), 'utf8').split('\n')[0]) : 0
  return pid > 0 ? pid : undefined
}

/** The process of a server that runs in this directory. A pid file that nobody stands behind is taken away. */
function leftRunning(dir: string): number | undefined {
  const pid = postmasterOf(dir)
  if (pid !== undefined && isAlive(pid) && commandLine(pid).includes(dir)) return pid
  rmSync(pidFile(dir), { force: true })
  return undefined
}

function commandLine(pid: number): string {
  if (process.platform !== 'linux') return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function createCluster(initdb: string, runner: Runner, dir: string, password: string): void {
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { mode: 0o700 })
  const passwordFile = `${dir}.pw`
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (runner.owner) for (const f of [dir, passwordFile]) chownSync(f, runner.owner.uid, runner.owner.gid)
  // lc-ctype C.UTF-8: with ctype C a trigram or a regular expression takes Japanese and accented letters for no letters at all.
  const locale = ['-E', 'UTF8', '--locale=C', '--lc-ctype=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const [file, args] = runner.command(initdb, ['-D', dir, '-U', user, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', ...locale, '--no-instructions'])
  const result = spawnSync(file, args, { ...runner.options, encoding: 'utf8' })
  rmSync(passwordFile, { force: true })
  if (result.status === 0) return
  rmSync(dir, { recursive: true, force: true })
  throw new Error(`PostgreSQL's initdb failed: ${result.error?.message ?? result.stderr.trim()}`)
}

// PostgreSQL with a lifeline: a pipe from us that nobody writes to. Its end, also by our death, is a fast shut-down (SIGINT).
const guarded = '"$@" 3<&- & server=$!; { read -r _; kill -INT "$server"; } <&3 2>/dev/null & guard=$!; wait "$server"; code=$?; kill "$guard"; exit "$code"'
const lifeline = (child: ChildProcess) => child.stdio[3] as Writable

function launch(postgres: string, runner: Runner, dir: string, settings: Record<string, string>): ChildProcess {
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200', log_min_messages: 'warning', jit: 'off', ...settings }
  const [file, args] = runner.command(postgres, ['-D', dir, ...Object.entries(all).flatMap(([k, v]) => ['-c', `${k}=${v}`])])
  const fd = openSync(`${dir}.log`, 'a')
  // A group of its own: Ctrl-C in the terminal reaches the supervisor alone, which stops PostgreSQL last.
  const child = spawn('/bin/sh', ['-c', guarded, 'postgres', file, ...args], { ...runner.options, stdio: ['ignore', fd, fd, 'pipe'], detached: true })
  closeSync(fd)
  lifeline(child).on('error', () => {})
  return child
}

async function untilReady(dir: string, exited: () => { code: number | null } | undefined): Promise<void> {
  const logFile = `${dir}.log`
  for (let waited = 0; waited < 120_000; waited += 25) {
    if (exited()) throw new Error(`PostgreSQL did not start. The end of ${logFile}:\n${readFileSync(logFile, 'utf8').slice(-1500)}`)
    // Line 8 of postmaster.pid says "ready" once recovery is over.
    if (existsSync(pidFile(dir)) && readFileSync(pidFile(dir), 'utf8').split('\n')[7]?.startsWith('ready')) return
    await pause(25)
  }
  throw new Error(`PostgreSQL did not become ready in two minutes: see ${logFile}`)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** A TCP port of 127.0.0.1 that nobody listens on now. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = net.createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })

async function stopProcess(pid: number, gone: () => boolean): Promise<void> {
  try {
    process.kill(pid, 'SIGINT') // fast shutdown
  } catch {
    return
  }
  for (let waited = 0; waited < patience && !gone(); waited += 25) await pause(25)
  if (!gone()) process.kill(pid, 'SIGQUIT')
}
