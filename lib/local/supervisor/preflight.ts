import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'

/** A start that cannot go on, in one sentence that says what to do. */
export class StartError extends Error {
  override name = 'StartError'
}

/** Below this the first build, a database and some mail do not fit. */
const neededBytes = 700 * 1024 * 1024

/** Makes POSTROOM_HOME, and sees that it can be written and has room. Throws StartError. */
export function prepareHome(home: string): void {
  try {
    // Others may enter: PostgreSQL runs as another user when root starts us. Secrets in it are files of 0600.
    makeFolder(path.join(home, 'logs'))
    const probe = path.join(home, '.probe')
    writeFileSync(probe, 'x')
    rmSync(probe)
  } catch (error) {
    throw new StartError(`${home} cannot be written (${(error as Error).message}): mend its permissions, or set POSTROOM_HOME to another folder.`)
  }
  const { bavail, bsize } = statfsSync(home)
  const free = bavail * bsize
  if (free < neededBytes)
    throw new StartError(
      `The disk of ${home} is nearly full (${Math.floor(free / 1048576)} MB free, ${neededBytes / 1048576} MB needed): free some space, or set POSTROOM_HOME to another disk.`,
    )
}

// Step by step: Node's own recursive way never returns where the file system makes no folders and says ENOENT, as below /proc.
function makeFolder(dir: string): void {
  if (!existsSync(path.dirname(dir)) && path.dirname(dir) !== dir) makeFolder(path.dirname(dir))
  if (!existsSync(dir)) mkdirSync(dir, { mode: 0o755 })
}

/** Takes the home for this process, or says which process has it. Gives the function that lets go. */
export function lockHome(home: string): () => void {
  const file = path.join(home, 'supervisor.pid')
  for (let tries = 0; tries < 2; tries++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 })
      return () => rmSync(file, { force: true })
    } catch {
      const pid = Number(readFileSync(file, 'utf8'))
      if (isOurs(pid)) throw new StartError(`Postroom already runs from ${home} (process ${pid}): stop it, or set POSTROOM_HOME to another folder.`)
      rmSync(file, { force: true })
    }
  }
  throw new StartError(`${file} cannot be written: mend its permissions, or set POSTROOM_HOME to another folder.`)
}

function isOurs(pid: number): boolean {
  if (!pid || pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    // After a reboot the number may be another program's.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.ts')
  } catch {
    return process.platform !== 'linux'
  }
}

export interface PortNeed {
  port: number
  what: string
  variable: string
}

/** Sees that each port is free on 127.0.0.1 before anything is started. Throws StartError naming the first that is not. */
export async function checkPorts(needs: PortNeed[]): Promise<void> {
  for (const { port, what, variable } of needs) {
    const code = await listenError(port)
    if (code === 'EADDRINUSE') throw new StartError(`Port ${port} for ${what} is taken: stop the program that uses it, or set ${variable} to a free port.`)
    if (code) throw new StartError(`Port ${port} for ${what} cannot be opened (${code}): set ${variable} to another port.`)
  }
}

function listenError(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)))
  })
}
