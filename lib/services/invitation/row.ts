import type { Invitation } from '@/lib/db/generated/client'

/** An invitation as the tenant's members see it: never its token. */
export interface InvitationRow {
  id: string
  email: string
  role: string
  state: 'pending' | 'expired' | 'declined'
  /** Who asked for it; null where an API key did. */
  invitedBy: string | null
  createdAt: Date
  sentAt: Date
  expiresAt: Date
}

export function invitationRow({ id, email, role, invitedBy, createdAt, sentAt, expiresAt, declinedAt }: Invitation): InvitationRow {
  const state = declinedAt ? 'declined' : expiresAt <= new Date() ? 'expired' : 'pending'
  return { id, email, role, state, invitedBy, createdAt, sentAt, expiresAt }
}
