import { z } from 'zod'
import { instant, pageOf } from './page'

export const DeadLetterPage = pageOf(
  z.object({
    id: z.uuid(),
    queue: z.string().describe('Where it came from and goes back to.'),
    data: z.record(z.string(), z.unknown()).describe('Ids of what the job was about.'),
    reason: z.string().describe('Why it failed the last time.'),
    failedAt: instant,
    retries: z.number().int(),
  }),
)

export const Retried = z.object({ queue: z.string() })
