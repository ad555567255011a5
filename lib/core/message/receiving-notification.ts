import { z } from 'zod'

// What SES tells of a received mail (SES Developer Guide, "Contents of notifications for Amazon SES email receiving").
// Everything that some real payload leaves out is optional here; `convert.ts` says what Postroom cannot do without.
const verdict = z.object({ status: z.string() }).partial().nullish()

export const ReceivingNotification = z.object({
  notificationType: z.literal('Received'),
  mail: z.object({
    timestamp: z.string(),
    messageId: z.string().min(1),
    source: z.string().nullish(),
  }),
  receipt: z.object({
    recipients: z.array(z.string()).default([]),
    spamVerdict: verdict,
    virusVerdict: verdict,
    spfVerdict: verdict,
    dkimVerdict: verdict,
    dmarcVerdict: verdict,
    // Documented as a word; AWS's own sample code reads `{status}`.
    dmarcPolicy: z.union([z.string(), z.object({ status: z.string() })]).nullish(),
    action: z.object({
      type: z.string(),
      bucketName: z.string().nullish(),
      objectKey: z.string().nullish(),
    }),
  }),
})
export type ReceivingNotification = z.infer<typeof ReceivingNotification>
