import type { OperatorContext } from '@/lib/core/access/actor'
import { database } from '@/lib/db/client'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { countSealed, keyIds, type SealedCount } from './stand'

export interface SealingState {
  /** `since`: null until a worker has started with it. */
  current: { id: string; since: Date | null }
  old: { id: string; since: Date | null; rows: number; removable: boolean }[]
  kinds: SealedCount[]
  /** Log-ins from before the current key that still hold: their cookies are under an old one. */
  logIns: number
}

/** Which keys there are, and what stands under each. Throws Refusal `forbidden`. */
export async function readSealing({ ctx }: { ctx: OperatorContext }): Promise<SealingState> {
  authorizeOperator(ctx, 'sealingKey.read')
  const [id, ...old] = keyIds()
  const [kinds, noted] = await Promise.all([countSealed(), database().prisma.sealingKey.findMany()])
  const sinceOf = (key: string) => noted.find((n) => n.id === key)?.currentSince ?? null
  const since = sinceOf(id!)
  const logIns = since && old.length > 0 ? await database().prisma.loginSession.count({ where: { createdAt: { lt: since }, expiresAt: { gt: new Date() }, revokedAt: null } }) : 0
  return {
    current: { id: id!, since },
    old: old.map((key, i) => {
      const rows = kinds.reduce((sum, kind) => sum + (kind.old[i] ?? 0), 0)
      // A worker that still runs with the former key would go on to seal with it.
      return { id: key, since: sinceOf(key), rows, removable: rows === 0 && since !== null }
    }),
    kinds,
    logIns,
  }
}
