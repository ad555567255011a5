import { z } from 'zod'
import { database } from '@/lib/db/client'
import { settleSent } from './claim'

/** What we read of an event (SES Developer Guide "Contents of event data that Amazon SES publishes to Amazon SNS"). */
const SesEvent = z.object({
  eventType: z.string(),
  mail: z.object({ timestamp: z.coerce.date(), messageId: z.string(), tags: z.record(z.string(), z.array(z.string())).default({}) }),
})

/** Takes an event of a sent mail: it settles the claim in its tag, and shows that take-in of events works. Gives the outcome in words. */
export async function takeEvent(topic: string, message: string): Promise<string> {
  const event = parsed(message)
  if (!event) return 'ignored: no event of SES'
  const { eventType, mail } = event
  await database().pool.query(`UPDATE topic SET "provedAt" = greatest("provedAt", $2) WHERE arn = $1`, [topic, mail.timestamp])
  const claim = z.uuid().safeParse(mail.tags['postroom-send']?.[0]).data
  if (!claim) return `ignored: an event of type ${eventType.slice(0, 40)} without a claim of ours`
  // Bounce, Delivery and the rest come after Send alone: each of them says as well that SES took the mail.
  if (eventType === 'Reject' || eventType === 'Rendering Failure') return `event: ${eventType}`
  return `event: ${eventType.slice(0, 40)}${(await settleSent(claim, mail.messageId)) ? ', which settled the send' : ''}`
}

function parsed(message: string): z.infer<typeof SesEvent> | undefined {
  try {
    return SesEvent.safeParse(JSON.parse(message)).data
  } catch {
    return undefined
  }
}
