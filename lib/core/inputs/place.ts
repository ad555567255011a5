import { z } from 'zod'

/** What somebody typed or pasted into the palette. */
export const FindPlace = z.strictObject({ text: z.string().trim().min(1, 'must not be empty').max(320, 'must have at most 320 characters') })
export type FindPlace = z.infer<typeof FindPlace>
