import { z } from 'zod'

/** Platform setting `deletion`: days between the word that a tenant shall go and its end. */
export const Deletion = z.strictObject({
  graceDays: z.number().int('must be a whole number').min(1, 'must be 1 or more').max(90, 'must be 90 or less').default(14),
})

/** A missing setting, and one that cannot be read, give the default: never a shorter grace by mistake. */
export const graceOf = (stored: unknown): z.output<typeof Deletion> => Deletion.safeParse(stored ?? {}).data ?? { graceDays: 14 }
