import type { Store } from '@/lib/local/aws/store'
import type { Outcome } from './simulator'

interface Slot {
  attempts: number
  bounces: number
  complaints: number
}

const SLOT_MS = 15 * 60_000
const DAY_MS = 24 * 3_600_000
const KEPT_MS = 14 * DAY_MS
const keyOf = (ms: number): string =>
  Math.floor(ms / SLOT_MS)
    .toString()
    .padStart(12, '0')

/** Counts of quarter hours, kept for two weeks, as GetSendStatistics gives them. */
export function createStatistics(store: Store, now: () => Date) {
  const slots = store.table<Slot>('ses.statistics')
  const since = (ms: number) => [...slots.getRange({ start: keyOf(now().getTime() - ms) })]
  return {
    count: (recipients: number, outcomes: Outcome[]): Promise<unknown> =>
      store.transaction(() => {
        const key = keyOf(now().getTime())
        const slot = slots.get(key) ?? { attempts: 0, bounces: 0, complaints: 0 }
        const n = (event: Outcome['event']) => outcomes.filter((o) => o.event === event).length
        void slots.put(key, {
          attempts: slot.attempts + recipients,
          bounces: slot.bounces + n('Bounce'),
          complaints: slot.complaints + n('Complaint'),
        })
        for (const old of slots.getKeys({ end: keyOf(now().getTime() - KEPT_MS), limit: 10 })) void slots.remove(old)
      }),
    /** To the quarter of an hour. */
    sentLast24Hours: (): number => since(DAY_MS).reduce((sum, { value }) => sum + value.attempts, 0),
    points: () =>
      since(KEPT_MS).map(({ key, value }) => ({
        Timestamp: new Date(Number(key) * SLOT_MS),
        DeliveryAttempts: value.attempts,
        Bounces: value.bounces,
        Complaints: value.complaints,
        Rejects: 0,
      })),
  }
}
