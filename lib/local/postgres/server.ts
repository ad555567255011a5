import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
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

/** Starts a PostgreSQL cluster on 127.0.0.1, or adopts the one that a killed start left running in the same directory. */
export async function startPostgres({ dir, port = 0, password, settings = {}, onStep = () => {} }: Options): Promise<PostgresServer> {
  dir = path.resolve(dir)
  mkdirSync(path.dirname(dir), { recursive: true })
  const { postgres, initdb } = await postgresBinaries()
  const runner = unprivilegedRunner(postgres, dir)
  const urlAt = (p: number) => (database: string) => `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${p}/${database}`

  const running = await runningServer(dir)
  if (running && (port === 0 || running.port === port)) {
    onStep('Using the PostgreSQL that is already running')
    return { port: running.port, url: urlAt(running.port), onExit: () => {}, stop: () => stopProcess(running.pid, () => !isAlive(running.pid)) }
  }
  if (running) await stopProcess(running.pid, () => !isAlive(running.pid))
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
    stop: () => stopProcess(child.pid!, () => exit !== undefined),
  }
}

const pidFile = (dir: string) => path.join(dir, 'postmaster.pid')

async function runningServer(dir: string): Promise<{ pid: number; port: number } | undefined> {
  if (!existsSync(pidFile(dir))) return
  const lines = readFileSync(pidFile(dir), 'utf8').split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (isAlive(pid) && commandLine(pid).includes(dir) && (await isListening(port))) return { pid, port }
  if (!isAlive(pid) || !commandLine(pid).includes(dir)) rmSync(pidFile(dir), { force: true })
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

function launch(postgres: string, runner: Runner, dir: string, settings: Record<string, string>): ChildProcess {
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200', log_min_messages: 'warning', jit: 'off', ...settings }
  const [file, args] = runner.command(postgres, ['-D', dir, ...Object.entries(all).flatMap(([k, v]) => ['-c', `${k}=${v}`])])
  const fd = openSync(`${dir}.log`, 'a')
  // A group of its own: Ctrl-C in the terminal reaches the supervisor alone, which stops PostgreSQL last.
  const child = spawn(file, args, { ...runner.options, stdio: ['ignore', fd, fd], detached: true })
  closeSync(fd)
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

const isListening = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => resolve(!!socket.destroy()))
    socket.on('error', () => resolve(false))
  })

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
  for (let waited = 0; waited < 20_000 && !gone(); waited += 25) await pause(25)
  if (!gone()) process.kill(pid, 'SIGQUIT')
}
