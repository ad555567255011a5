import { z } from 'zod'
import { instant } from './page'

const n = z.number().int()

export const PlatformHealth = z.object({
  queues: z.array(z.object({ name: z.string(), waiting: n, running: n, failed: n, oldest: instant.nullable().describe('Since when the oldest job that is due waits.') })),
  workerSeen: instant.nullable(),
  lastSweep: instant.nullable(),
  lastNotification: instant.nullable(),
  topics: z.array(z.object({ purpose: z.string(), confirmedAt: instant.nullable() })),
  nextMonth: z.object({ month: z.string(), there: z.boolean().describe('Its partitions are made.') }),
})

export const LostMail = z.object({
  unrouted: z.array(z.object({ sesMessageId: z.string(), recipient: z.string(), reason: z.string(), receivedAt: instant })),
  orphans: z.array(z.object({ key: z.string(), size: n, storedAt: instant, foundAt: instant })),
})
