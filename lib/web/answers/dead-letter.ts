import { z } from 'zod'
import { instant, pageOf } from './page'

const DeadLetter = z.object({
  id: z.uuid(),
  queue: z.string().describe('Where it came from and goes back to.'),
  data: z.record(z.string(), z.unknown()).describe('Ids of what the job was about.'),
  reason: z.string().describe('Why it failed the last time.'),
  failedAt: instant,
  retries: z.number().int(),
})

export const DeadLetterPage = pageOf(DeadLetter)

export const DeadLetterDetail = DeadLetter.extend({
  madeAt: instant.nullable().describe('When the job that failed was made.'),
  attempts: z.array(z.object({ at: z.string().describe('Empty where it is not known.'), message: z.string() })).describe('Tries that failed, the last one first, at most six.'),
  sentBack: z.array(z.object({ at: instant, reason: z.string() })).describe('When operators sent the same work back before, the newest first, at most five.'),
})

export const RetriedAll = z.object({ retried: z.number().int() })

export const Retried = z.object({ queue: z.string() })
