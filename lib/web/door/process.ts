import pg from 'pg'
import { config } from '@/lib/config'
import { log } from '@/lib/log'
import { createReceiver, type Receiver } from '@/lib/pipeline/receive/receiver'
import { metrics } from '@/lib/web/metrics'

export interface Door {
  receiver: Receiver
  /** Waits for what is under way, then gives the connections back. */
  close(): Promise<void>
}

// On globalThis: the server and Next's route for hosts without it share one receiver, and so its batches.
const shared = globalThis as typeof globalThis & { postroomDoor?: Door }

/** The process's door. Its connections are its own, so that slow pages cannot hold mail up: one a lane, and one for the topics. */
export function door(): Door {
  return (shared.postroomDoor ??= openDoor())
}

function openDoor(): Door {
  const url = config().database.web
  if (!url) throw new Error('DATABASE_URL_WEB is not set: run `npm start`, or set it to a database of your own.')
  const limits = { connectionTimeoutMillis: 5_000, query_timeout: 9_000 }
  const pool = new pg.Pool({ connectionString: url, max: 3, idleTimeoutMillis: 0, keepAlive: true, ...limits })
  pool.on('error', (error) => log.warn({ err: error }, "one of the door's database connections was lost"))
  const { notifications, commit, batch } = metrics()
  const receiver = createReceiver({
    pool,
    onOutcome: (outcome) => notifications.inc({ outcome }),
    onCommit: ({ rows, seconds }) => {
      commit.observe(seconds)
      batch.observe(rows)
    },
  })
  return {
    receiver,
    close: async () => {
      await receiver.drained()
      await pool.end()
    },
  }
}
