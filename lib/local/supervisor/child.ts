import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream, type WriteStream } from 'node:fs'
import path from 'node:path'
import readline from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'

const root = path.resolve(import.meta.dirname, '../../..')

interface ChildOptions {
  name: string
  /** Entry file, from the project's root. */
  entry: string
  args?: string[]
  env: NodeJS.ProcessEnv
  /** Where its standard error goes. */
  logDir: string
  /** Told of crashes and restarts. */
  onNote: (sentence: string) => void
}

/** The JSON line by which a child says that it takes work. */
type Ready = Record<string, unknown>

const firstDelay = 300
const longestDelay = 10_000
/** A child that ran this long had started well: the next restart is quick again. */
const stableAfter = 30_000

/** One process of the product: started, watched, started again when it crashes, stopped with SIGTERM. */
export class Child {
  private process: ChildProcess | undefined
  private stopping = false
  private delay = firstDelay
  private readonly log: WriteStream
  readonly logFile: string

  constructor(private readonly options: ChildOptions) {
    this.logFile = path.join(options.logDir, `${options.name}.log`)
    this.log = openLog(this.logFile, 'a')
  }

  /** Starts it and waits for its ready line. A child that ends before is an Error with its last words. */
  async start(): Promise<Ready> {
    const began = Date.now()
    const { entry, args = [], env, name } = this.options
    // A process group of its own: Ctrl-C reaches the supervisor alone. The channel tells the child when we are gone.
    const child = spawn(process.execPath, ['scripts/run.mjs', entry, ...args], { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
    this.process = child
    child.stderr!.pipe(this.log, { end: false })
    let words = ''
    child.stderr!.on('data', (d: Buffer) => (words = (words + d.toString()).slice(-8192)))
    const lines = readline.createInterface({ input: child.stdout! })
    const ready = new Promise<Ready>((resolve, reject) => {
      lines.on('line', (line) => {
        const message = readyLine(line)
        if (message) resolve(message)
        else this.log.write(line + '\n')
      })
      child.once('close', (code, signal) => reject(new Error(`${name} ended at its start (${signal ?? code}). ${lastWords(words)}`)))
    })
    child.once('exit', (code, signal) => void this.ended(code, signal, Date.now() - began))
    return ready
  }

  private async ended(code: number | null, signal: string | null, lived: number): Promise<void> {
    this.process = undefined
    if (this.stopping || !this.started) return
    if (lived > stableAfter) this.delay = firstDelay
    this.options.onNote(`${this.options.name} ended (${signal ?? code}); starting it again. Log: ${this.logFile}`)
    await pause(this.delay)
    this.delay = Math.min(this.delay * 2, longestDelay)
    if (!this.stopping) await this.start().catch((error: Error) => this.options.onNote(error.message.split('\n')[0] ?? ''))
  }

  // A crash before the first ready line is the caller's to report, not to repeat.
  private started = false

  async startAndWatch(): Promise<Ready> {
    const ready = await this.start()
    this.started = true
    return ready
  }

  async stop(graceMs = 10_000): Promise<void> {
    this.stopping = true
    const child = this.process
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      child.kill('SIGTERM')
      const killer = setTimeout(() => child.kill('SIGKILL'), graceMs)
      await gone
      clearTimeout(killer)
    }
    this.log.end()
  }
}

/** What a process said last: the message of a fatal line of our log, else its last lines. */
function lastWords(text: string): string {
  const lines = text.trimEnd().split('\n')
  const fatal = lines.filter((l) => l.startsWith('{"level":60,')).at(-1)
  try {
    if (fatal) return (JSON.parse(fatal) as { msg: string }).msg
  } catch {
    // Cut off: then as it is.
  }
  return '\n' + lines.slice(-12).join('\n')
}

/** A log on a full disk is cut short; it must not bring down what is logged. */
function openLog(file: string, flags: 'a' | 'w'): WriteStream {
  return createWriteStream(file, { flags, mode: 0o600 }).on('error', () => {})
}

function readyLine(line: string): Ready | undefined {
  if (!line.startsWith('{"ready":')) return undefined
  try {
    return JSON.parse(line) as Ready
  } catch {
    return undefined
  }
}

interface StepOptions extends ChildOptions {
  /** Its standard output holds secrets, for the caller alone. */
  secret?: boolean
}

/** Runs a step to its end; its output goes to a log. Gives its standard output. An Error carries the end of the log. */
export async function runStep(options: StepOptions): Promise<string> {
  const { entry, args = [], env, name, logDir, secret = false } = options
  const logFile = path.join(logDir, `${name}.log`)
  const log = openLog(logFile, 'w')
  const child = spawn(process.execPath, ['scripts/run.mjs', entry, ...args], { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  running.add(child)
  let output = ''
  let all = ''
  child.stdout!.on('data', (d: Buffer) => {
    output += d.toString()
    if (secret) return
    all += d.toString()
    log.write(d)
  })
  child.stderr!.on('data', (d: Buffer) => {
    all += d.toString()
    log.write(d)
  })
  // A step that takes long says so while it runs.
  child.on('message', (message: { note?: unknown }) => typeof message.note === 'string' && options.onNote(message.note))
  const code = await new Promise<number | string | null>((resolve) => child.once('close', (c, s) => resolve(s ?? c)))
  running.delete(child)
  log.end()
  if (code === 0) return output
  throw new Error(`${name} failed (${code}). The end of ${logFile}:\n${all.trimEnd().split('\n').slice(-15).join('\n')}`)
}

const running = new Set<ChildProcess>()
/** Ends steps that still run, when the start is broken off. */
export function endSteps(): void {
  for (const child of running) child.kill('SIGTERM')
}
