import { readFileSync, readdirSync } from 'node:fs'

const tick = 10 // milliseconds: USER_HZ is 100 on Linux

/** Milliseconds of CPU that a process and its children have used so far: for a postmaster, its connections. NaN off Linux. `alone`: without the children. */
export function cpuOf(pid: number, { alone = false } = {}): number {
  try {
    const pids = alone ? [String(pid)] : readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    return pids.reduce((sum, p) => sum + usedBy(p, pid), 0)
  } catch {
    return NaN
  }
}

function usedBy(pid: string, family: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ').map(Number)
    const [, parent, , , , , , , , , , user, system] = fields as [number, number, ...number[]]
    return Number(pid) === family || parent === family ? (user! + system!) * tick : 0
  } catch {
    return 0 // It ended while we looked.
  }
}
