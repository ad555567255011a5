import { roles, type Role } from '@/lib/core/access/matrix'
import { suspensionOf, type StandingRow, type Suspension } from '@/lib/core/tenant/standing'
import { database } from '@/lib/db/client'

export interface TenantOfUser {
  id: string
  slug: string
  name: string
  role: Role
  /** Where it is stopped. */
  suspended: Suspension | undefined
}

/** The tenants that a user is a member of, by slug. A role that the matrix does not know counts as none. */
export async function tenantsOfUser(userId: string): Promise<TenantOfUser[]> {
  const { rows } = await database().pool.query<StandingRow & { id: string; slug: string; name: string; role: string }>({
    name: 'tenants-of-user',
    text: 'SELECT u."tenantId" AS id, u.slug, u.name, u.role, s.* FROM tenants_of_user($1) u, LATERAL tenant_standing(u."tenantId") s ORDER BY u.slug',
    values: [userId],
  })
  return rows.flatMap((row) => {
    const role = roles.find((r) => r === row.role)
    return role ? [{ id: row.id, slug: row.slug, name: row.name, role, suspended: suspensionOf(row) }] : []
  })
}
