import { roles, type Role } from '@/lib/core/access/matrix'
import { database } from '@/lib/db/client'

export interface TenantOfUser {
  id: string
  slug: string
  name: string
  role: Role
}

/** The tenants that a user is a member of, by slug. A role that the matrix does not know counts as none. */
export async function tenantsOfUser(userId: string): Promise<TenantOfUser[]> {
  const { rows } = await database().pool.query<{ id: string; slug: string; name: string; role: string }>({
    name: 'tenants-of-user',
    text: 'SELECT "tenantId" AS id, slug, name, role FROM tenants_of_user($1)',
    values: [userId],
  })
  return rows.flatMap((row) => {
    const role = roles.find((r) => r === row.role)
    return role ? [{ ...row, role }] : []
  })
}
