import { roles, type Role } from '@/lib/core/access/matrix'
import { Refusal } from '@/lib/core/access/refusal'
import { database } from '@/lib/db/client'
import { tokenHash } from '@/lib/services/account/link-token'

/** An invitation as whoever it is for sees it. */
export interface OpenInvitation {
  tenantId: string
  id: string
  slug: string
  tenant: string
  email: string
  role: Role
  /** Who asked for it; null where an API key did. */
  inviter: string | null
  expiresAt: Date
}

export const invitationVoid = (): Refusal => new Refusal('not_found', 'This invitation does not hold any more: ask for a new one.')

const asked = async (from: 'find_invitation($1)' | 'invitations_of($1)', value: string): Promise<OpenInvitation[]> => {
  const { rows } = await database().pool.query<Omit<OpenInvitation, 'role'> & { role: string }>(
    `SELECT i."tenantId", i.id, i.slug, i.tenant, i.email, i.role, u.name AS inviter, i."expiresAt" FROM ${from} i LEFT JOIN "user" u ON u.id = i."invitedBy"`,
    [value],
  )
  return rows.flatMap((row) => {
    const role = roles.find((r) => r === row.role)
    return role ? [{ ...row, role }] : []
  })
}

/** What a link opens; undefined for one that was used, ran out, was replaced, declined or taken back, or was never given. Changes nothing. */
export const findInvitation = async (token: string): Promise<OpenInvitation | undefined> =>
  /^[\w-]{43}$/.test(token) ? (await asked('find_invitation($1)', tokenHash(token)))[0] : undefined

/** Those that wait for an address, which its account has proved. */
export const invitationsOf = (email: string): Promise<OpenInvitation[]> => asked('invitations_of($1)', email)

/** Whether the address has an account. For whoever holds the link of a mail to it. */
export const hasAccount = async (email: string): Promise<boolean> => (await database().prisma.user.count({ where: { email } })) > 0
