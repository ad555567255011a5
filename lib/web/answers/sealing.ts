import { z } from 'zod'
import { sealedKinds } from '@/lib/core/sealing/uses'
import { instant } from './page'

const rows = z.number().int()
const id = z.string().describe('Eight digits of a hash: it tells nothing of the key.')

export const SealingAnswer = z.object({
  current: z.object({ id, since: instant.nullable().describe('Null until a worker has started with it.') }),
  old: z.array(z.object({ id, since: instant.nullable(), rows, removable: z.boolean().describe('Nothing is sealed by it any more: it can be taken out of POSTROOM_KEY_OLD.') })),
  kinds: z.array(z.object({ kind: z.enum(sealedKinds), current: rows, old: z.array(rows).describe('By the keys in `old`.'), unknown: rows.describe('Under a key that is in neither variable.') })),
  logIns: z.number().int().describe('Log-ins from before the current key that still hold; they end with the old key.'),
})
