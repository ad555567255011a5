import { z } from 'zod'

const ids = z.array(z.uuid())

export const ReleasesAsked = z.object({ done: ids, failed: z.array(z.object({ id: z.uuid(), why: z.enum(['notFound', 'notQuarantined', 'virus']) })) })
export const ReleasesUndone = z.object({ kept: ids.describe('Stay in quarantine.'), late: ids.describe('Were done already, or never asked.') })

export const Release = z.object({ accepted: z.literal(true) })
