import { Refusal } from '@/lib/core/access/refusal'
import type { ExportState } from '@/lib/core/tenant/export'
import type { Prisma } from '@/lib/db/generated/client'

export interface ExportRow {
  id: string
  state: ExportState
  askedAt: Date
  /** Messages that are in the file, and how many there were when it was begun. */
  done: number
  total: number | null
  /** Of the file, once it is ready. */
  bytes: number | null
  settledAt: Date | null
  /** When the file goes. */
  expiresAt: Date | null
  /** Why the last try failed; `permanent`: asking again is of no use until that is mended. */
  problem: string | null
  permanent: boolean
}

export const exportColumns = { id: true, state: true, askedAt: true, done: true, total: true, bytes: true, settledAt: true, expiresAt: true, problem: true, permanent: true } as const

type Row = Prisma.TenantExportGetPayload<{ select: typeof exportColumns }>

/** A file whose time is over is told as expired, also before the clock has taken it away. */
export function exportRow({ state, bytes, ...row }: Row, now = new Date()): ExportRow {
  const over = state === 'ready' && row.expiresAt !== null && row.expiresAt <= now
  return { ...row, state: over ? 'expired' : (state as ExportState), bytes: bytes === null ? null : Number(bytes) }
}

/** The same for a foreign id and a missing one. */
export const exportNotFound = () => new Refusal('not_found', 'There is no such export.')
