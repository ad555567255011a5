import { z } from 'zod'

/** Platform setting `deletion`: days between the word that a tenant shall go and its end. */
export const Deletion = z.object({ graceDays: z.number().int().min(1).max(90).default(14) })

/** A missing setting, and one that cannot be read, give the default: never a shorter grace by mistake. */
export const graceOf = (stored: unknown): z.output<typeof Deletion> => Deletion.safeParse(stored ?? {}).data ?? { graceDays: 14 }
