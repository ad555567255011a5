import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'

const [ours, theirs] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const
const roles = ['web', 'worker'] as const
type Role = (typeof roles)[number]

// Every table without row-level security: what each role may do with it, and why that shows no tenant another's data.
// s select, i insert, u update, d delete. A new table, or a new right, fails here until somebody has thought about it.
const platform: Record<string, { web: string; worker: string; why: string }> = {
  _prisma_migrations: { web: '', worker: '', why: 'the owner alone; health asks through migration_applied()' },
  installation: { web: 's', worker: 's', why: 'one row, the same for all tenants' },
  platform_setting: { web: 's', worker: 'siu', why: 'settings of the platform; a tenant has none in it' },
  user: { web: 'siu', worker: 's', why: 'a user may belong to several tenants: services show members through membership, which is guarded' },
  login_session: { web: 'siu', worker: 'd', why: 'found by a secret id alone, before any tenant is known' },
  password_reset: { web: 'sid', worker: 'd', why: 'found by the hash of a link alone; of a user, who belongs to no tenant' },
  address_change: { web: 'siud', worker: 'd', why: 'found by its user, or by the hash of a link alone' },
  totp: { web: 'siud', worker: '', why: 'of a user, sealed: read for whoever logs in or is logged in; the worker seals it anew under a new key, by two columns' },
  sealing_key: { web: 's', worker: 'siu', why: 'ids of the master keys, made of hashes' },
  recovery_code: { web: 'siud', worker: '', why: 'hashes, of a user' },
  passkey: { web: 'siud', worker: '', why: 'public keys, of a user; found by the credential\'s id when somebody logs in' },
  passkey_challenge: { web: 'sid', worker: 'd', why: 'hashes of random values that wait for an answer' },
  linked_identity: { web: 'siud', worker: '', why: 'whom a provider knows a user as; found by the provider\'s own name for him' },
  operator_key: { web: 'siu', worker: '', why: 'found by the hash of the key; operators belong to no tenant' },
  rate_limit: { web: 'siud', worker: '', why: 'counters by hashed caller' },
  operator_audit: { web: 'si', worker: 'i', why: 'what operators did; append-only' },
  topic: { web: 's', worker: 'siud', why: 'SNS topics of the installation' },
  notification: { web: '', worker: 'sud', why: 'envelopes before their tenants are known; the web may add them and read ids, column by column' },
  unrouted: { web: 's', worker: 'siud', why: 'mail that belongs to no tenant: operators alone are shown it' },
  orphan_object: { web: 's', worker: 'siud', why: 'objects without a delivery: operators alone are shown them' },
  plan: { web: 'siu', worker: 'siu', why: 'what SES shall have, for all tenants: operators alone are shown it' },
  sync_look: { web: 'siu', worker: 'siu', why: 'what the last look at SES found, for all tenants: operators alone are shown it' },
  managed_rule: { web: 's', worker: 'siud', why: 'names and hashes of our receipt rules' },
  sign_up: { web: 'siu', worker: 'd', why: 'found by the hash of a link alone, before there is an account; the worker deletes old ones' },
  product_mail: { web: '', worker: 'sud', why: 'the product\'s own mail; both add it, the web reads how it went, column by column' },
  send_pace: { web: '', worker: 'siu', why: 'the time of the next send, the same for all tenants' },
  ses_identity: { web: 'si', worker: 'sid', why: 'names of identities that were made here, whoever claims them' },
  slug_reservation: { web: 'i', worker: '', why: 'a slug is taken by inserting it; nobody reads whose it is' },
}

// The functions that look past row-level security, and who may call them.
const definers: Record<string, string> = {
  route_domain: 'worker',
  route_slug: 'worker',
  find_api_key: 'web',
  ending_api_keys: 'worker',
  tenants_of_user: 'web',
  // Whose a name is: asked by a claim of its own name and of those above it, never answered to a caller.
  domain_owners: 'web worker',
  expired_claims: 'worker',
  domain_wanted: 'worker',
  // Both give what stands in the mail to whoever has its link, or the address.
  find_invitation: 'web',
  invitations_of: 'web',
  tenants_over_limit: 'worker',
  // Ids alone: whose file's time is over.
  exports_over: 'worker',
  receiving_domains: 'web worker',
  domains_to_check: 'worker',
  delivered_messages: 'worker',
  search_deliveries: 'web worker',
  migration_applied: 'web worker',
  prune_settled: 'worker',
  retry_dead_letter: 'web',
  discard_dead_letter: 'web',
  // The operator's list: names and numbers of every tenant, no mail; the service asks for an operator first.
  list_tenants: 'web',
  // Five settings by name, none of them about where mail goes.
  set_platform_setting: 'web',
  // How many rows stand under which key, and ids of the tenants that have some.
  sealed_counts: 'web worker',
  sealed_tenants: 'worker',
  // Ids alone: whose tries are due, whose events are old.
  webhooks_due: 'worker',
  webhook_tenants_before: 'worker',
  tenant_standing: 'web',
  // The end of a tenant: of the transaction's alone, and only after its grace.
  erase_tenant_rows: 'worker',
  tenants_to_erase: 'worker',
  // Where one operator looks now; ids of looks that are over.
  open_impersonation: 'web',
  impersonations_over: 'worker',
  mail_of_others: 'worker',
}

interface Table {
  name: string
  partition: boolean
  /** The column that holds the tenant. */
  tenant: 'tenantId' | 'id'
}

let db: TestDatabase
let guarded: Table[] = []

beforeAll(async () => {
  db = await createTestDatabase()
  const { rows } = await db.owner.query<Table & { tenantId: boolean }>(`
    SELECT c.relname AS name, c.relispartition AS partition,
      EXISTS (SELECT 1 FROM information_schema.columns k WHERE k.table_schema = 'public' AND k.table_name = c.relname AND k.column_name = 'tenantId') AS "tenantId"
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`)
  guarded = rows
    .filter((t) => (t.tenantId || t.name === 'tenant') && !(t.name in platform))
    .map((t) => ({ name: t.name, partition: t.partition, tenant: t.tenantId ? 'tenantId' : 'id' }))
  for (const table of guarded) if (!table.partition) await insert(db.owner, table, ours)
})
afterAll(() => db.drop())

const fixed: Record<string, unknown> = { direction: 'in', disposition: 'kept', state: 'claimed', role: 'admin', status: 'verified', spam: 'PASS', virus: 'PASS', spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' }
const byType: Record<string, unknown> = { text: 'x', integer: 1, jsonb: '{}', boolean: false, ARRAY: '{}', date: '2026-01-01', uuid: '33333333-3333-4333-8333-333333333333', bytea: Buffer.from('x') }

/** One row of any guarded table, its columns filled by their types. */
async function insert(client: pg.Pool | pg.PoolClient, table: Table, tenantId: string): Promise<pg.QueryResult> {
  const { rows } = await db.owner.query<{ name: string; type: string }>(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_nullable = 'NO' AND (column_default IS NULL OR column_name IN ('id', $2))`,
    [table.name, table.tenant],
  )
  const partitionKey = new Set(['id', 'deliveryId'])
  const now = Date.now().toString(16).padStart(12, '0')
  const valueOf = ({ name, type }: { name: string; type: string }): unknown => {
    if (name === table.tenant) return tenantId
    if (partitionKey.has(name) && type === 'uuid') return `${now.slice(0, 8)}-${now.slice(8)}-7000-8000-000000000000`
    return fixed[name] ?? (type.startsWith('timestamp') ? new Date() : byType[type])
  }
  const columns = rows.map((c) => `"${c.name}"`).join(', ')
  return client.query(`INSERT INTO "${table.name}" (${columns}) VALUES (${rows.map((_, i) => `$${i + 1}`).join(', ')})`, rows.map(valueOf))
}

/** Runs `work` in a transaction of the role that is rolled back, with the tenant set or none. */
async function as<R>(role: Role, tenantId: string | undefined, work: (client: pg.PoolClient) => Promise<R>): Promise<R> {
  const client = await db[role].pool.connect()
  try {
    await client.query('BEGIN')
    if (tenantId) await client.query(`SELECT set_config('app.tenant', $1, true)`, [tenantId])
    return await work(client)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

const granted = async (role: Role, table: string): Promise<string> => {
  const { rows } = await db.owner.query<{ p: string }>(
    `SELECT lower(left(privilege_type, 1)) AS p FROM information_schema.role_table_grants WHERE table_schema = 'public' AND grantee = $1 AND table_name = $2`,
    [`postroom_${role}`, table],
  )
  return rows.map((r) => r.p).sort((a, b) => 'siud'.indexOf(a) - 'siud'.indexOf(b)).join('')
}
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(() => 'done', (error: unknown) => (error instanceof pg.DatabaseError ? (error.code ?? '') : String(error)))

it('guards every table that has a tenant, the owner too', async () => {
  expect(guarded.length).toBeGreaterThanOrEqual(14 + 5 * 7)
  const { rows } = await db.owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND relforcerowsecurity`,
  )
  const parents = guarded.filter((t) => !t.partition).map((t) => t.name)
  expect(rows.map((r) => r.name).sort()).toEqual(parents.sort())
})

it('grants nothing on a partition, so that nobody goes round its parent', async () => {
  for (const { name } of guarded.filter((t) => t.partition))
    for (const role of roles) {
      expect([name, await granted(role, name)]).toEqual([name, ''])
      expect(await codeOf(as(role, ours, (c) => c.query(`SELECT 1 FROM "${name}"`)))).toBe('42501')
    }
})

describe.each(roles)('the %s role', (role) => {
  const readable = async () => {
    const found: Table[] = []
    for (const table of guarded) if (!table.partition && (await granted(role, table.name)).includes('s')) found.push(table)
    return found
  }

  it('sees its own rows of each table it may read, none without a tenant, and none of another', async () => {
    const tables = await readable()
    expect(tables.length).toBeGreaterThan(8)
    for (const { name } of tables) {
      const count = (tenantId?: string) => as(role, tenantId, async (c) => (await c.query(`SELECT count(*)::int AS n FROM "${name}"`)).rows[0].n as number)
      expect([name, await count(ours), await count(theirs), await count()]).toEqual([name, 1, 0, 0])
    }
  })

  it('sees nothing again on a connection that had a tenant before', async () => {
    const n = await as(role, ours, async (c) => {
      await c.query('COMMIT')
      await c.query('BEGIN')
      return (await c.query('SELECT count(*)::int AS n FROM delivery')).rows[0].n
    })
    expect(n).toBe(0)
  })

  it('can write no row of another tenant, nor any without a tenant', async () => {
    for (const table of guarded.filter((t) => !t.partition)) {
      expect([table.name, await codeOf(as(role, ours, (c) => insert(c, table, theirs)))]).toEqual([table.name, '42501'])
      expect([table.name, await codeOf(as(role, undefined, (c) => insert(c, table, ours)))]).toEqual([table.name, '42501'])
    }
  })

  it('can neither change, move nor delete a row of another tenant', async () => {
    for (const { name, tenant } of await readable()) {
      const rights = await granted(role, name)
      if (rights.includes('u')) {
        const change = (tenantId: string, to: string) => as(role, tenantId, (c) => c.query(`UPDATE "${name}" SET "${tenant}" = $1`, [to]))
        expect([name, (await change(theirs, theirs)).rowCount]).toEqual([name, 0])
        expect([name, await codeOf(change(ours, theirs))]).toEqual([name, '42501'])
      }
      if (rights.includes('d')) expect([name, (await as(role, theirs, (c) => c.query(`DELETE FROM "${name}"`))).rowCount]).toEqual([name, 0])
    }
  })
})

it('lists every table without a tenant, with each role\'s rights on it and why', async () => {
  const { rows } = await db.owner.query<{ name: string }>(`
    SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm') AND NOT relispartition AND NOT relrowsecurity ORDER BY 1`)
  const found: typeof platform = {}
  for (const { name } of rows) found[name] = { web: await granted('web', name), worker: await granted('worker', name), why: platform[name]?.why ?? '' }
  expect(found).toEqual(platform)
})

it('lets the web add notifications and read their ids, never a body', async () => {
  const { rows } = await db.owner.query<{ p: string; c: string }>(
    `SELECT privilege_type AS p, string_agg(column_name::text, ' ' ORDER BY column_name::text) AS c FROM information_schema.role_column_grants
     WHERE grantee = 'postroom_web' AND table_name = 'notification' GROUP BY 1 ORDER BY 1`,
  )
  expect(rows).toEqual([
    { p: 'INSERT', c: 'body id topic' },
    { p: 'SELECT', c: 'id' },
  ])
  expect(await codeOf(as('web', undefined, (c) => c.query('SELECT body FROM notification')))).toBe('42501')
})

it('has few functions that look past the guard, each with a fixed search_path and named callers', async () => {
  const { rows } = await db.owner.query<{ name: string; callers: string; path: boolean }>(`
    SELECT p.proname AS name, 'search_path' = ANY (SELECT split_part(s, '=', 1) FROM unnest(p.proconfig) s) AS path,
      concat_ws(' ', CASE WHEN has_function_privilege('public', p.oid, 'EXECUTE') THEN 'public' END,
        CASE WHEN has_function_privilege('postroom_web', p.oid, 'EXECUTE') THEN 'web' END,
        CASE WHEN has_function_privilege('postroom_worker', p.oid, 'EXECUTE') THEN 'worker' END) AS callers
    FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef`)
  expect(Object.fromEntries(rows.map((r) => [r.name, r.callers]))).toEqual(definers)
  expect(rows.filter((r) => !r.path)).toEqual([])
})
