import { z } from 'zod'

/** Where SES puts mail for this installation: the value of the platform setting `receiving`, written by the set-up. */
export const Receiving = z.object({ bucket: z.string(), topicArn: z.string(), prefix: z.literal('inbox') })
export type Receiving = z.infer<typeof Receiving>
