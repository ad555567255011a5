import { z } from 'zod'

export const Release = z.object({ accepted: z.literal(true) })
