import { spawnSync, type SpawnOptions } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** How to run PostgreSQL, which refuses root: the command to spawn, its options, and who must own the data directory. */
export interface Runner {
  command(file: string, args: string[]): [string, string[]]
  options: Pick<SpawnOptions, 'uid' | 'gid' | 'cwd'>
  owner?: { uid: number; gid: number }
}

const plain: Runner = { command: (file, args) => [file, args], options: {} }

/** An ordinary user runs it as is; root as user postgres or nobody, or where those cannot reach the folder, in a user namespace. */
export function unprivilegedRunner(postgres: string, dataDir: string): Runner {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return plain
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map((l) => l.split(':'))
  const user = users.find((f) => f[0] === 'postgres') ?? users.find((f) => f[0] === 'nobody')
  if (user) {
    const owner = { uid: Number(user[2]), gid: Number(user[3]) }
    const runs = spawnSync(postgres, ['--version'], { ...owner, cwd: '/' }).status === 0
    const reaches = spawnSync('/bin/sh', ['-c', 'test -x "$0"', path.dirname(dataDir)], { ...owner, cwd: '/' }).status === 0
    if (runs && reaches) return { ...plain, options: { ...owner, cwd: '/' }, owner }
  }
  const map = ['--user', '--map-user=65534', '--map-group=65534']
  if (spawnSync('unshare', [...map, 'true']).status === 0) return { command: (file, args) => ['unshare', [...map, file, ...args]], options: {} }
  throw new Error(
    `PostgreSQL cannot run as root, and no unprivileged user can read ${path.dirname(postgres)}: run as another user, move the checkout out of a private folder, or set DATABASE_URL to a server of your own.`,
  )
}
