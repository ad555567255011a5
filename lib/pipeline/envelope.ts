import { z } from 'zod'

/** What the worker reads of an SNS envelope (SNS Developer Guide, "HTTP/HTTPS notification JSON format"); the door has verified it. */
export const Envelope = z.discriminatedUnion('Type', [
  z.object({ Type: z.literal('Notification'), TopicArn: z.string(), Message: z.string() }),
  z.object({ Type: z.literal('SubscriptionConfirmation'), TopicArn: z.string(), Token: z.string() }),
  z.object({ Type: z.literal('UnsubscribeConfirmation'), TopicArn: z.string() }),
])
export type Envelope = z.infer<typeof Envelope>
