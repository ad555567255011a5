import { z } from 'zod'
import { lineOf } from '@/lib/core/inputs/line'

/** The platform setting `sender`: from whom the product's own mail comes. The domain is the platform's, which SES has verified. */
export const Sender = z.strictObject({
  name: lineOf(60).default('Postroom'),
  localPart: z.string().trim().toLowerCase().max(64, 'must have at most 64 characters').regex(/^[a-z0-9]+([._-][a-z0-9]+)*$/, 'must be what stands before the @: letters, digits, and . _ - between them').default('postroom'),
  /** Where answers go; null: to nobody. */
  replyTo: z.string().trim().toLowerCase().pipe(z.email('must be an email address').max(254, 'must have at most 254 characters')).nullable().default(null),
})
export type Sender = z.output<typeof Sender>

/** A missing setting, and one that cannot be read, give the default: mail goes out all the same. */
export const senderOf = (stored: unknown): Sender => Sender.safeParse(stored ?? {}).data ?? Sender.parse({})
