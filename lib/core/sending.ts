import { z } from 'zod'

/** How this installation sends: the value of the platform setting `sending`, written by the set-up. */
export const Sending = z.object({
  configurationSet: z.string(),
  topicArn: z.string(),
  perSecond: z.number().positive().default(1),
  /** Seconds after which a send without an answer and without an event is in doubt no longer. */
  doubtSeconds: z.number().nonnegative().default(600),
})
export type Sending = z.infer<typeof Sending>
