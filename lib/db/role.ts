import type { Pool } from 'pg'

interface Role {
  name: string
  superuser: boolean
  bypass: boolean
  owns: boolean
}

const question = `
  SELECT current_user AS name, r.rolsuper AS superuser, r.rolbypassrls AS bypass,
         EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                   AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS owns
  FROM pg_roles r WHERE r.rolname = current_user`

/**
 * Throws one sentence where the pool's role could see past row-level security: a superuser, BYPASSRLS, or an owner of tables.
 * `variable` is the setting that the URL came from.
 */
export async function refusePowerfulRole(pool: Pool, variable: string): Promise<void> {
  const [role] = (await pool.query<Role>(question)).rows
  if (!role) throw new Error(`${variable}: the database does not know its own role.`)
  const power = role.superuser ? 'is a superuser' : role.bypass ? 'has BYPASSRLS' : role.owns ? 'owns tables' : undefined
  if (!power) return
  const remedy = 'use a role that is no superuser, owns nothing and bypasses nothing, such as postroom_web or postroom_worker'
  throw new Error(`${variable} logs in as "${role.name}", which ${power}, so one tenant could see another's rows: ${remedy}.`)
}
