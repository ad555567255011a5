import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { TenantContext } from '@/lib/core/access/actor'
import type { Role } from '@/lib/core/access/matrix'
import { deliveryId } from '@/lib/core/message/id'
import { createApiKey, createOperatorKey } from '@/lib/services/api-key/create'
import { createTenant } from '@/lib/services/tenant/create'
import type { TestDatabase } from './database'

export interface TestTenant {
  id: string
  slug: string
  userId: string
  /** An admin's key. */
  apiKey: string
  /** A context as a member of this role has it. */
  as(role: Role): TenantContext
}

const seed = { actor: { kind: 'job', id: 'test' } } as const

/** A user without a password: tests of log-in make their own. */
export async function makeUser(db: TestDatabase, options: { operator?: boolean } = {}): Promise<string> {
  const email = `${randomBytes(6).toString('hex')}@people.example`
  const { rows } = await db.owner.query<{ id: string }>('INSERT INTO "user" (email, name, "isOperator") VALUES ($1, $1, $2) RETURNING id', [email, options.operator ?? false])
  return rows[0]!.id
}

/** A tenant with an owner and an admin's API key, made by the services. The process's database must be the web's. */
export async function makeTenant(db: TestDatabase): Promise<TestTenant> {
  const userId = await makeUser(db)
  const tenant = await createTenant({ ctx: seed, input: { slug: `t${randomBytes(5).toString('hex')}`, name: 'A tenant', ownerId: userId }, known: true })
  const as = (role: Role): TenantContext => ({ actor: { kind: 'user', id: userId }, tenantId: tenant.id, role })
  const { key } = await createApiKey({ ctx: as('owner'), input: { name: 'test', role: 'admin' } })
  return { id: tenant.id, slug: tenant.slug, userId, apiKey: key, as }
}

export async function makeOperatorKey(db: TestDatabase): Promise<string> {
  const userId = await makeUser(db, { operator: true })
  return (await createOperatorKey({ ctx: { actor: { kind: 'user', id: userId } }, input: { userId, name: 'test' } })).key
}

export interface TestDelivery {
  recipient?: string
  from?: string
  subject?: string
  spam?: string
  disposition?: string
  direction?: 'in' | 'out'
  receivedAt?: Date
  words?: string[]
  text?: string
  rawKey?: string
}

/** One delivery with its message, search row and trace, written as the owner. Gives its id. */
export async function makeDelivery(db: TestDatabase, tenantId: string, given: TestDelivery = {}): Promise<string> {
  const at = given.receivedAt ?? new Date()
  const sesMessageId = randomBytes(20).toString('hex')
  const recipient = given.recipient ?? 'post@shop.example'
  const from = given.from ?? 'buyer@people.example'
  const subject = given.subject ?? 'An order'
  const id = deliveryId(at, sesMessageId, recipient)
  const messageId = deliveryId(at, createHash('sha256').update(sesMessageId).digest('hex'), randomUUID())
  const all = async (text: string, values: unknown[]) => void (await db.owner.query(text, values))
  await all(
    `INSERT INTO message ("tenantId", id, direction, "sesMessageId", "mailFrom", "fromAddress", "fromName", subject, "headerMessageId", "receivedAt", size, "rawBucket", "rawKey", headers, text, attachments)
     VALUES ($1, $2, $3, $4, $5, $5, '', $6, '<1@people.example>', $7, 300, 'mail', $8, '[{"name":"Subject","value":"An order"}]', 'Hello', '[]')`,
    [tenantId, messageId, given.direction ?? 'in', sesMessageId, from, subject, at, given.rawKey ?? `t/${tenantId}/${sesMessageId}`],
  )
  await all(
    `INSERT INTO delivery ("tenantId", id, "messageId", direction, "sesMessageId", recipient, "mailFrom", "fromAddress", "fromName", "fromDomain", subject, "receivedAt", size,
       spam, virus, spf, dkim, dmarc, disposition, reason, "matchedRules")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7, '', split_part($7, '@', 2), $8, $9, 300, $10, 'PASS', 'PASS', 'PASS', 'PASS', $11, 'The rule "orders" kept it.', '{orders}')`,
    [tenantId, id, messageId, given.direction ?? 'in', sesMessageId, recipient, from, subject, at, given.spam ?? 'PASS', given.disposition ?? 'kept'],
  )
  await all('INSERT INTO delivery_search ("tenantId", id, text, words) VALUES ($1, $2, $3, $4)', [tenantId, id, given.text ?? subject.toLowerCase(), given.words ?? subject.toLowerCase().split(' ')])
  await all(`INSERT INTO trace ("tenantId", "deliveryId", run, steps) VALUES ($1, $2, 1, $3)`, [
    tenantId,
    id,
    JSON.stringify([{ kind: 'rule', name: 'orders', matched: true, because: 'subject contains "order"', outcome: 'kept', ms: 0.1 }]),
  ])
  await all(`INSERT INTO event ("tenantId", "deliveryId", key, kind, at) VALUES ($1, $2, 'received', 'received', $3)`, [tenantId, id, at])
  return id
}
