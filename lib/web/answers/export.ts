import { z } from 'zod'
import { exportStates } from '@/lib/core/tenant/export'
import { instant } from './page'

export const Export = z.object({
  id: z.uuid(),
  state: z.enum(exportStates).describe('`ready`: its file can be fetched until `expiresAt`.'),
  askedAt: instant,
  done: z.number().describe('Messages that are in the file so far.'),
  total: z.number().nullable().describe('Messages that there were when it was begun.'),
  bytes: z.number().nullable().describe('Of the file, once it is ready.'),
  settledAt: instant.nullable(),
  expiresAt: instant.nullable(),
  problem: z.string().nullable().describe('Why the last try failed.'),
  permanent: z.boolean().describe('Asking again is of no use until the problem is mended.'),
})

export const Exports = z.object({ data: z.array(Export) })
