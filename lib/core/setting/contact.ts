import { z } from 'zod'

/** Platform setting `contact`: whom the people of a tenant can ask, as they are shown it; empty for nobody named. */
export const Contact = z.strictObject({ text: z.string().trim().max(200, 'must have at most 200 characters').default('') })

export const contactOf = (stored: unknown): z.output<typeof Contact> => Contact.safeParse(stored ?? {}).data ?? { text: '' }
