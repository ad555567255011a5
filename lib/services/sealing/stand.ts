import { config } from '@/lib/config'
import { sealId } from '@/lib/core/account/seal'
import { sealedKinds, sealedUses, type SealedKind } from '@/lib/core/sealing/uses'
import { database } from '@/lib/db/client'

/** Ids of POSTROOM_KEY and, behind it, of the keys in POSTROOM_KEY_OLD: eight hexadecimal digits of a hash, which tell nothing of the key. */
export const keyIds = (): string[] => config().deriveKeys('key check').map((key) => sealId(key).toString('hex'))

/** Rows under the key, under each old one, and under one that is neither here nor there. */
export interface SealedCount {
  kind: SealedKind
  current: number
  old: number[]
  unknown: number
}

/** Id of a kind's keys as they stand in its rows, the current one first. */
export const rowIds = (kind: SealedKind): string[] => config().deriveKeys(sealedUses[kind]).map((key) => sealId(key).toString('hex'))

export async function countSealed(): Promise<SealedCount[]> {
  const { rows } = await database().pool.query<{ kind: string; key: string; n: number }>('SELECT kind, key, n FROM sealed_counts()')
  return sealedKinds.map((kind) => {
    const [current, ...old] = rowIds(kind)
    const own = rows.filter((row) => row.kind === kind)
    const under = (id: string | undefined) => own.find((row) => row.key === id)?.n ?? 0
    return { kind, current: under(current), old: old.map(under), unknown: own.reduce((sum, row) => sum + (row.key === current || old.includes(row.key) ? 0 : row.n), 0) }
  })
}
