import type { Row } from './store'

export interface Batches {
  /** Resolves once the row is committed, by this call or an earlier one. Rejects where it is not known to be. */
  add(row: Row): Promise<void>
  /** Resolves when nothing is waiting or under way. */
  drained(): Promise<void>
}

export interface Committed {
  rows: number
  stored: number
  seconds: number
}

interface Waiting {
  row: Row
  done: () => void
  failed: (error: unknown) => void
}

/** Thrown at once, instead of taking more into memory than the database can keep up with. */
export class Busy extends Error {}

const lanes = 2
const rowsAtMost = 200
const bytesAtMost = 8 * 1024 * 1024
const waitingAtMost = 64 * 1024 * 1024

/**
 * Micro-batches without a timer: a batch is what came in one turn of the event loop, or while the last one was being committed.
 * Two at once, of 200 rows or 8 MiB.
 * A batch that fails is tried again row by row, so that one row that the database refuses harms no other.
 */
export function createBatches(store: (rows: readonly Row[]) => Promise<number>, onCommit: (c: Committed) => void = () => {}): Batches {
  const waiting: Waiting[] = []
  const idle: (() => void)[] = []
  let bytes = 0
  let running = 0
  let starting = false

  const commit = async (rows: readonly Row[]) => {
    const start = performance.now()
    const stored = await store(rows)
    onCommit({ rows: rows.length, stored, seconds: (performance.now() - start) / 1000 })
  }

  const settle = async (batch: Waiting[]) => {
    try {
      await commit(batch.map((w) => w.row))
      for (const w of batch) w.done()
    } catch (error) {
      if (batch.length === 1) batch[0]!.failed(error)
      else await oneByOne(batch)
    }
  }
  const oneByOne = async (batch: Waiting[]) => {
    let lost: unknown
    for (const w of batch) {
      if (lost !== undefined) {
        w.failed(lost)
        continue
      }
      try {
        await commit([w.row])
        w.done()
      } catch (error) {
        w.failed(error)
        if (!isAboutTheRow(error)) lost = error
      }
    }
  }

  const take = (): Waiting[] => {
    let n = 0
    let size = 0
    for (; n < waiting.length && n < rowsAtMost; n++) {
      const { length } = waiting[n]!.row.body
      if (n > 0 && size + length > bytesAtMost) break
      size += length
    }
    bytes -= size
    return waiting.splice(0, n)
  }
  const run = async () => {
    running++
    while (waiting.length > 0) await settle(take())
    running--
    if (running === 0) for (const resolve of idle.splice(0)) resolve()
  }
  // After an answer all senders come back at once: without waiting for the turn's end the first would go alone, and pay for a whole commit.
  const start = () => {
    starting = false
    while (running < lanes && waiting.length > 0) void run()
  }

  return {
    add: (row) =>
      new Promise<void>((done, failed) => {
        if (bytes + row.body.length > waitingAtMost) {
          failed(new Busy('Too many notifications are waiting for the database'))
          return
        }
        bytes += row.body.length
        waiting.push({ row, done, failed })
        if (running >= lanes || starting) return
        starting = true
        setImmediate(start)
      }),
    drained: () => (running === 0 && waiting.length === 0 ? Promise.resolve() : new Promise((resolve) => idle.push(resolve))),
  }
}

// SQLSTATE classes 22 (data), 23 (constraint), 54 (limits), P0 (raised): the server looked at the row and refused it. Anything else
// (no connection, shutting down, out of disk) would meet the next row too.
function isAboutTheRow(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(22|23|54|P0)...$/.test(code)
}
