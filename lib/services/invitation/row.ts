import type { Invitation } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/tenant'

/** An invitation as the tenant's members see it: never its token. */
export interface InvitationRow {
  id: string
  email: string
  role: string
  state: 'pending' | 'expired' | 'declined'
  /** Who asked for it, by id and by name; null where an API key did. */
  invitedBy: string | null
  inviter: string | null
  createdAt: Date
  sentAt: Date
  expiresAt: Date
}

function row({ id, email, role, invitedBy, createdAt, sentAt, expiresAt, declinedAt }: Invitation, inviter: string | null): InvitationRow {
  const state = declinedAt ? 'declined' : expiresAt <= new Date() ? 'expired' : 'pending'
  return { id, email, role, state, invitedBy, inviter, createdAt, sentAt, expiresAt }
}

/** Rows with the names of those who asked. */
export async function allNamed(tx: Transaction, rows: readonly Invitation[]): Promise<InvitationRow[]> {
  const ids = [...new Set(rows.flatMap((r) => r.invitedBy ?? []))]
  const users = ids.length === 0 ? [] : await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(users.map((u) => [u.id, u.name]))
  return rows.map((r) => row(r, (r.invitedBy && names.get(r.invitedBy)) ?? null))
}

export const named = async (tx: Transaction, invitation: Invitation): Promise<InvitationRow> => (await allNamed(tx, [invitation]))[0]!
