import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeTenant, makeUser, type TestTenant } from '@/lib/testing/tenants'
import { createTenant } from './create'
import { tenantsOfUser } from './of-user'

let db: TestDatabase
let tenant: TestTenant
const ctx = { actor: { kind: 'job', id: 'test' } } as const

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
  tenant = await makeTenant(db)
})
afterAll(() => db.drop())

describe('createTenant', () => {
  it('makes the tenant, its first owner and an audit row', async () => {
    const ownerId = await makeUser(db)
    const made = await createTenant({ ctx, input: { slug: 'Acme-2', name: ' Acme ', ownerId } })
    expect(made).toEqual({ id: made.id, slug: 'acme-2', name: 'Acme' })
    expect(await tenantsOfUser(ownerId)).toEqual([{ id: made.id, slug: 'acme-2', name: 'Acme', role: 'owner' }])
    const { rows } = await db.owner.query('SELECT verb, "actorKind" FROM audit WHERE "tenantId" = $1', [made.id])
    expect(rows).toEqual([{ verb: 'tenant.create', actorKind: 'job' }])
  })

  it('never gives a slug again, also after its tenant is gone', async () => {
    const ownerId = await makeUser(db)
    const make = () => createTenant({ ctx, input: { slug: 'once', name: 'Once', ownerId } })
    const { id } = await make()
    await expect(make()).rejects.toMatchObject({ code: 'conflict' })
    await db.owner.query('DELETE FROM membership WHERE "tenantId" = $1', [id])
    await db.owner.query('DELETE FROM tenant WHERE id = $1', [id])
    await expect(make()).rejects.toMatchObject({ code: 'conflict' })
  })

  it.each(['a', 'postmaster', 'www', 'xn--a', '-a', 'a-', 'a--b', '1a', 'a.b', 'a_b', 'ü', 'a'.repeat(40)])('refuses the slug %j', async (slug) => {
    await expect(createTenant({ ctx, input: { slug, name: 'x', ownerId: tenant.userId } })).rejects.toMatchObject({ code: 'invalid', problems: [{ path: ['slug'] }] })
  })

  it('leaves nothing behind where there is no such owner', async () => {
    await expect(createTenant({ ctx, input: { slug: 'nobodys', name: 'x', ownerId: '00000000-0000-4000-8000-000000000000' } })).rejects.toMatchObject({ code: 'not_found' })
    expect((await db.owner.query(`SELECT 1 FROM slug_reservation WHERE slug = 'nobodys'`)).rowCount).toBe(0)
  })
})
