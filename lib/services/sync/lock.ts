import { setTimeout as sleep } from 'node:timers/promises'
import { database } from '@/lib/db/client'
import { Fault } from '@/lib/core/fault'

/** How often a waiting process looks whether the lock is free: it holds no connection meanwhile. */
const lookMs = 100

export interface SyncLock {
  /** Throws a transient Fault where the connection, and with it the lock, was lost. */
  alive: () => void
}

/** The lock did not come free in time. */
export class SyncBusy extends Fault {
  constructor() {
    super('transient', 'Another sync is at work in this region: try again when it has ended.')
  }
}

/**
 * Runs the work as the only one for the region: a Postgres advisory lock of the session, so that it falls with the process.
 * Waits for its turn, at most `waitMs`, then throws SyncBusy.
 */
export async function withSyncLock<R>(region: string, work: (lock: SyncLock) => Promise<R>, waitMs = 600_000): Promise<R> {
  const deadline = performance.now() + waitMs
  const key = `postroom sync ${region}`
  for (;;) {
    const client = await database().pool.connect()
    let lost: Error | undefined
    const onError = (error: Error) => (lost = error)
    client.on('error', onError)
    let locked = false
    try {
      const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked', [key])
      locked = rows[0]?.locked === true
      if (locked)
        return await work({
          alive: () => {
            if (lost) throw new Fault('transient', 'The connection that held the sync lock was lost: the work is done again from its start.', { cause: lost })
          },
        })
    } finally {
      if (locked && !lost) await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [key]).catch(onError)
      client.off('error', onError)
      client.release(lost !== undefined)
    }
    if (performance.now() > deadline) throw new SyncBusy()
    await sleep(lookMs)
  }
}
