import { z } from 'zod'

/** A sentence as its key and its values, for programs and other languages. */
export const said = z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])) })
