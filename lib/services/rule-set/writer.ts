import type { Transaction } from '@/lib/db/tenant'

interface Writer {
  /** A member's name, or an API key's with its first characters; null where it was a job, or somebody who has left. */
  by: string | null
  at: string
}

/** Who saved the draft last, and when. */
export async function writerOf(tx: Transaction, tenantId: string): Promise<Writer> {
  const row = await tx.ruleDraft.findUnique({ where: { tenantId }, select: { updatedBy: true, updatedAt: true } })
  const names = await namesOf(tx, tenantId, [row?.updatedBy ?? null])
  return { by: names.get(row?.updatedBy ?? '') ?? null, at: (row?.updatedAt ?? new Date(0)).toISOString() }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Names of the tenant's members and API keys among these actors. */
export async function namesOf(tx: Transaction, tenantId: string, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const asked = [...new Set(ids)].filter((id): id is string => id !== null && uuid.test(id))
  if (asked.length === 0) return new Map()
  const members = await tx.membership.findMany({ where: { tenantId, userId: { in: asked } }, select: { userId: true } })
  const users = await tx.user.findMany({ where: { id: { in: members.map((m) => m.userId) } }, select: { id: true, name: true, email: true } })
  const keys = await tx.apiKey.findMany({ where: { tenantId, id: { in: asked } }, select: { id: true, name: true, prefix: true } })
  return new Map([...users.map((u) => [u.id, u.name || u.email] as const), ...keys.map((k) => [k.id, `${k.name} (${k.prefix}…)`] as const)])
}
