import { Refusal } from '@/lib/core/access/refusal'
import type { ExportRow, ExportState } from '@/lib/core/tenant/export'
import type { Prisma } from '@/lib/db/generated/client'

export const exportColumns = { id: true, state: true, askedAt: true, done: true, total: true, bytes: true, settledAt: true, expiresAt: true, problem: true, permanent: true } as const

type Row = Prisma.TenantExportGetPayload<{ select: typeof exportColumns }>

/** A file whose time is over is told as expired, also before the clock has taken it away. */
export function exportRow({ state, bytes, ...row }: Row, now = new Date()): ExportRow {
  const over = state === 'ready' && row.expiresAt !== null && row.expiresAt <= now
  return { ...row, state: over ? 'expired' : (state as ExportState), bytes: bytes === null ? null : Number(bytes) }
}

/** The same for a foreign id and a missing one. */
export const exportNotFound = () => new Refusal('not_found', 'There is no such export.')
