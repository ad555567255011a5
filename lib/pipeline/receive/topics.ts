import type { Pool } from 'pg'

export interface Topics {
  /** Whether the topic is registered. Throws what the database throws. */
  has(arn: string): Promise<boolean>
}

const goodFor = 2_000
const apart = 100

/**
 * The registered topics, read at most every 2 s while known ones come. A topic that is not in the list is refused only after a read that
 * began later than its question, so that no message is lost to a stale list; such reads are shared and at least 100 ms apart.
 */
export function createTopics(pool: Pool, now: () => number = Date.now): Topics {
  let known = new Set<string>()
  let readAt = -Infinity
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined

  const read = async () => {
    const startedAt = now()
    const { rows } = await pool.query<{ arn: string }>({ name: 'topics', text: 'SELECT arn FROM topic' })
    known = new Set(rows.map((r) => r.arn))
    readAt = startedAt
  }
  const start = () => (running = read().finally(() => (running = undefined)))
  const later = async () => {
    await running?.catch(() => {})
    const wait = readAt + apart - now()
    if (wait > 0 && wait <= apart) await new Promise((resolve) => setTimeout(resolve, wait))
    next = undefined
    await start()
  }

  return {
    async has(arn) {
      if (now() - readAt >= goodFor || now() < readAt) await (running ?? start())
      if (known.has(arn)) return true
      await (next ??= later())
      return known.has(arn)
    },
  }
}
