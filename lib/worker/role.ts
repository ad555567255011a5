import type { Pool } from 'pg'

const question = `
  SELECT current_user AS name, r.rolsuper OR r.rolbypassrls AS bypasses,
         EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND pg_has_role(r.oid, c.relowner, 'MEMBER')) AS owns
  FROM pg_roles r WHERE r.rolname = current_user`

/** Throws one sentence where the role could see past row-level security: a superuser, BYPASSRLS, or an owner of tables. */
export async function refuseStrongRole(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; bypasses: boolean; owns: boolean }>(question)
  const [role] = rows
  if (role && !role.bypasses && !role.owns) return
  const why = role?.bypasses ? 'bypasses row-level security' : 'owns the tables'
  const name = role?.name ?? '(unknown)'
  throw new Error(`The worker will not run as the database role ${name}, which ${why}: let DATABASE_URL_WORKER log in as postroom_worker.`)
}
