import { ListMultipartUploadsCommand } from '@aws-sdk/client-s3'
import { createGunzip } from 'node:zlib'
import { Readable } from 'node:stream'
import { extract } from 'tar-stream'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { s3 } from '@/lib/aws/clients'
import { getObject, listObjects } from '@/lib/aws/objects'
import { beginUpload } from '@/lib/aws/upload'
import type { Role } from '@/lib/core/access/matrix'
import { exportKey, exportTables, notExported } from '@/lib/core/tenant/export'
import { actOnNotification } from '@/lib/pipeline/notification'
import { askExport } from '@/lib/services/export/ask'
import { getExport, listExports } from '@/lib/services/export/list'
import { openExport } from '@/lib/services/export/open'
import { eraseTenant } from '@/lib/services/tenant/erase'
import { suspendTenant } from '@/lib/services/tenant/suspend'
import { bucket, openMailroom, plainMail, type Mailroom } from '@/lib/testing/mailroom'
import { makeUser } from '@/lib/testing/tenants'
import { expireExports, runExport } from './run-export'

let room: Mailroom
let shop: string
let other: string
let userId: string
const operator = { actor: { kind: 'user', id: '99999999-9999-4999-8999-999999999999' } } as const
const secrets = ['a-hash-of-a-key', 'a-sealed-secret', 'a-hash-of-a-link']
const mails = 5

beforeAll(async () => {
  process.env['POSTROOM_KEY'] = 'k'.repeat(40)
  room = await openMailroom()
  shop = await room.tenant('shop', 'shop.example')
  other = await room.tenant('other', 'other.example')
  await room.publish(shop, 1, [{ name: 'keep all', enabled: true, when: { all: [] }, actions: [{ type: 'keep' }] }])
  userId = await makeUser(room.db)
  const own = (text: string, ...more: unknown[]) => room.db.owner.query(text, [shop, ...more])
  await own(`INSERT INTO membership ("tenantId", "userId", role) VALUES ($1, $2, 'admin')`, userId)
  await own(`INSERT INTO api_key ("tenantId", name, prefix, hash, role) VALUES ($1, 'till', 'pr_abc', 'a-hash-of-a-key', 'member')`)
  await own(`INSERT INTO webhook_endpoint ("tenantId", url, "eventTypes", secret) VALUES ($1, 'https://hooks.example/', '{message.received}', 'a-sealed-secret')`)
  await own(`INSERT INTO invitation ("tenantId", email, role, "tokenHash", locale, "expiresAt") VALUES ($1, 'guest@people.example', 'viewer', 'a-hash-of-a-link', 'en', now())`)
  await own(`INSERT INTO audit ("tenantId", "actorKind", "actorId", verb, "targetKind") SELECT $1, 'job', 'x', 'many.' || i, 'tenant' FROM generate_series(1, 2100) i`)
  for (let i = 1; i <= mails; i++)
    await actOnNotification(await room.arrive({ sesMessageId: `e${i}`, recipients: ['a@shop.example', 'b@other.example'], raw: plainMail(`mail ${i} 請求書`), timestamp: new Date(Date.now() - 100_000 + i * 1000) }))
})
afterAll(() => room.close())
beforeEach(() => room.db.owner.query('DELETE FROM tenant_export'))

const asWeb = async <R>(work: () => Promise<R>): Promise<R> => {
  room.db.become('web')
  return work().finally(() => room.db.become('worker'))
}
const as = (role: Role, tenantId = shop) => ({ actor: { kind: 'user', id: userId } as const, tenantId, role })
const ask = () => asWeb(() => askExport({ ctx: as('admin') }))
const get = (id: string) => asWeb(() => getExport({ ctx: as('owner'), input: { id } }))
const uploads = async () => (await s3().send(new ListMultipartUploadsCommand({ Bucket: bucket }))).Uploads ?? []
const objects = async (prefix: string) => {
  const keys: string[] = []
  for await (const { key } of listObjects(bucket, prefix)) keys.push(key)
  return keys
}
async function unpack(bytes: Buffer): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for await (const entry of Readable.from([bytes]).pipe(createGunzip()).pipe(extract())) {
    const chunks: Buffer[] = []
    for await (const chunk of entry) chunks.push(chunk as Buffer)
    expect(files.has(entry.header.name)).toBe(false)
    files.set(entry.header.name, Buffer.concat(chunks).toString())
  }
  return files
}
const lines = (text: string | undefined) => (text ?? '').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>)

it('holds all that the tenant has, whole, with no secret and nothing of another', async () => {
  const { id, state } = await ask()
  expect(state).toBe('queued')
  expect((await room.db.owner.query(`SELECT data FROM pgboss.job WHERE name = 'export'`)).rows).toEqual([{ data: { tenantId: shop, id } }])
  expect(await runExport(shop, id)).toMatch(/^ready/)
  const row = await get(id)
  expect(row).toMatchObject({ state: 'ready', done: mails, total: mails, problem: null })
  expect(row.expiresAt!.getTime() - row.settledAt!.getTime()).toBe(7 * 86_400_000)

  const file = await asWeb(() => openExport({ ctx: as('admin'), input: { id } }))
  const chunks: Buffer[] = []
  for await (const chunk of await file.open()) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  expect(bytes.length).toBe(file.bytes)
  const files = await unpack(bytes)
  const manifest = JSON.parse(files.get('manifest.json')!) as { messages: number; missing: number; lines: Record<string, number> }
  expect(manifest).toMatchObject({ messages: mails, missing: 0 })
  for (const [name, n] of Object.entries(manifest.lines)) expect([name, lines(files.get(name)).length]).toEqual([name, n])
  for (const { file: name } of exportTables) expect([name, files.has(`${name}.jsonl`)]).toEqual([name, true])

  const messages = lines(files.get('messages/000001.jsonl'))
  expect(messages.map((m) => m['subject'])).toEqual(Array.from({ length: mails }, (_, i) => `mail ${i + 1} 請求書`))
  expect(messages[0]!['deliveries']).toMatchObject([{ recipient: 'a@shop.example', disposition: 'kept', traces: [{ run: 1 }], events: [{ kind: 'received' }, { kind: 'routed' }] }])
  for (const m of messages) expect(files.get(m['raw'] as string)).toContain(`Subject: ${m['subject'] as string}`)
  // Long ones are cut into numbered files, and none is lost between them.
  const audit = ['audit.jsonl', 'audit/000002.jsonl', 'audit/000003.jsonl'].flatMap((name) => lines(files.get(name)))
  expect(new Set(audit.map((a) => a['verb'])).size).toBeGreaterThan(2100)
  expect(lines(files.get('api-keys.jsonl'))).toMatchObject([{ name: 'till', prefix: 'pr_abc' }])
  expect(lines(files.get('accounts.jsonl'))).toMatchObject([{ userId }])
  const all = [...files.values()].join('\n')
  for (const text of [...secrets, 'other.example', other]) expect([text, all.includes(text)]).toEqual([text, false])

  const { rows } = await room.db.owner.query(`SELECT verb, "actorKind" FROM audit WHERE "tenantId" = $1 AND verb LIKE 'tenant.export%' ORDER BY at`, [shop])
  expect(rows).toEqual([{ verb: 'tenant.export', actorKind: 'user' }, { verb: 'tenant.exported', actorKind: 'job' }, { verb: 'tenant.exportFetched', actorKind: 'user' }])
  expect((await room.db.owner.query(`SELECT kind FROM product_mail`)).rows).toEqual([{ kind: 'exportReady' }])
})

it('names each table of a tenant as told or as left out, with a reason', async () => {
  const { rows } = await room.db.owner.query<{ name: string }>(`
    SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenantId') ORDER BY 1`)
  expect([...exportTables.map((t) => t.from), ...Object.keys(notExported)].sort()).toEqual(rows.map((r) => r.name))
})

it('is made one at a time, by who may, and seen by nobody of another tenant', async () => {
  const { id } = await ask()
  await expect(ask()).rejects.toMatchObject({ code: 'conflict', problems: [{ code: 'open' }] })
  for (const role of ['member', 'viewer'] as const)
    await asWeb(async () => {
      await expect(askExport({ ctx: as(role) })).rejects.toMatchObject({ code: 'forbidden' })
      await expect(listExports({ ctx: as(role) })).rejects.toMatchObject({ code: 'forbidden' })
      await expect(openExport({ ctx: as(role), input: { id } })).rejects.toMatchObject({ code: 'forbidden' })
    })
  await asWeb(async () => {
    expect(await listExports({ ctx: as('owner', other) })).toEqual([])
    for (const verb of [getExport, openExport]) await expect(verb({ ctx: as('owner', other), input: { id } })).rejects.toMatchObject({ code: 'not_found' })
    await expect(openExport({ ctx: as('owner'), input: { id } })).rejects.toMatchObject({ code: 'conflict' })
  })
  expect(await runExport(shop, id)).toMatch(/^ready/)
  expect(await runExport(shop, id)).toMatch(/^nothing to do/)
  for (let i = 0; i < 2; i++) await runExport(shop, (await ask()).id)
  await expect(ask()).rejects.toMatchObject({ code: 'conflict', problems: [{ code: 'many' }] })
})

it('is begun anew after a killed worker, which leaves no half of it behind', async () => {
  const { id } = await ask()
  const key = exportKey(shop, id)
  // As a worker leaves it that was killed in the midst.
  const uploadId = await beginUpload({ bucket, key }, 'application/gzip')
  await room.db.owner.query(`UPDATE tenant_export SET state = 'running', attempt = 1, "uploadId" = $2, done = 3 WHERE id = $1`, [id, uploadId])
  expect((await uploads()).length).toBe(1)
  expect(await runExport(shop, id)).toMatch(/^ready/)
  expect([await uploads(), (await objects(`t/${shop}/exports/`)).filter((k) => k === key)]).toEqual([[], [key]])
  expect(JSON.parse((await unpack(await getObject(bucket, key))).get('manifest.json')!)).toMatchObject({ messages: mails })
})

it('is left by a try that another has overtaken, and by one whose tenant comes to its end', async () => {
  const { id } = await ask()
  const overtake = () => room.db.owner.query('UPDATE tenant_export SET attempt = attempt + 1 WHERE id = $1', [id])
  expect(await runExport(shop, id, overtake)).toMatch(/^left/)
  expect([await objects(exportKey(shop, id)), (await get(id)).state]).toEqual([[], 'running'])
  await room.db.owner.query(`UPDATE tenant_export SET state = 'queued', attempt = 0, "expiresAt" = NULL WHERE id = $1`, [id])
  await room.db.owner.query(`UPDATE tenant SET "deletionAskedAt" = now(), "deletionDueAt" = now(), "deletionAskedBy" = 'owner', "erasingAt" = now() WHERE id = $1`, [shop])
  expect(await runExport(shop, id)).toMatch(/^left/)
  await room.db.owner.query(`UPDATE tenant SET "deletionAskedAt" = NULL, "deletionDueAt" = NULL, "deletionAskedBy" = NULL, "erasingAt" = NULL WHERE id = $1`, [shop])
  expect(await uploads()).toEqual([])
})

it('says why it failed and whether that passes, and is made without a mail that the storage lost', async () => {
  const { rows } = await room.db.owner.query<{ id: string; rawBucket: string; rawKey: string }>('SELECT id, "rawBucket", "rawKey" FROM message WHERE "tenantId" = $1 ORDER BY id LIMIT 1', [shop])
  const first = rows[0]!
  const point = (rawBucket: string, rawKey: string) => room.db.owner.query('UPDATE message SET "rawBucket" = $2, "rawKey" = $3 WHERE id = $1', [first.id, rawBucket, rawKey])
  await point(bucket, 'nowhere')
  const lost = (await ask()).id
  expect(await runExport(shop, lost)).toMatch(/^ready/)
  const files = await unpack(await getObject(bucket, exportKey(shop, lost)))
  expect([lines(files.get('missing.jsonl')), files.has(`raw/${first.id}.eml`)]).toEqual([[{ messageId: first.id }], false])

  await point('no-such-bucket', 'nowhere')
  const { id } = await ask()
  expect(await runExport(shop, id)).toMatch(/^failed/)
  expect(await get(id)).toMatchObject({ state: 'failed', permanent: true, problem: expect.stringContaining('NoSuchBucket') })
  expect([await uploads(), await objects(`t/${shop}/exports/${id}`)]).toEqual([[], []])
  await point(first.rawBucket, first.rawKey)
  // Trouble that passes is tried again, and given up in the end.
  const again = (await ask()).id
  const trouble = () => {
    throw new Error('the connection was lost')
  }
  for (let i = 1; i < 6; i++) await expect(runExport(shop, again, trouble)).rejects.toMatchObject({ permanence: 'transient' })
  expect(await get(again)).toMatchObject({ state: 'running', problem: expect.stringContaining('the connection was lost') })
  expect(await runExport(shop, again, trouble)).toMatch(/^failed/)
  expect(await get(again)).toMatchObject({ state: 'failed', permanent: false })
  expect((await room.db.owner.query(`SELECT count(*)::int AS n FROM product_mail WHERE kind = 'exportFailed'`)).rows[0].n).toBe(2)
})

it('goes when its time is over, may be asked for while the tenant is stopped, and goes with the tenant', async () => {
  const { id } = await ask()
  await runExport(shop, id)
  expect(await expireExports()).toBe(0)
  await room.db.owner.query(`UPDATE tenant_export SET "expiresAt" = now() - interval '1 second' WHERE id = $1`, [id])
  expect((await get(id)).state).toBe('expired')
  await expect(asWeb(() => openExport({ ctx: as('owner'), input: { id } }))).rejects.toMatchObject({ code: 'conflict' })
  expect([await expireExports(), await objects(exportKey(shop, id))]).toEqual([1, []])
  expect((await room.db.owner.query('SELECT state FROM tenant_export WHERE id = $1', [id])).rows).toEqual([{ state: 'expired' }])

  await asWeb(() => suspendTenant({ ctx: operator, input: { id: shop, reason: 'Complaints are above the line' } }))
  const suspended = { by: 'operator', since: new Date(), reason: null, deletionDueAt: null } as const
  const { id: last } = await asWeb(() => askExport({ ctx: { ...as('owner'), suspended } }))
  expect(await runExport(shop, last)).toMatch(/^ready/)
  await beginUploadOf(last)
  await room.db.owner.query(`UPDATE tenant SET "deletionAskedAt" = now(), "deletionDueAt" = now(), "deletionAskedBy" = 'owner' WHERE id = $1`, [shop])
  await eraseTenant(shop)
  expect([await objects(`t/${shop}/`), await uploads()]).toEqual([[], []])
  expect((await room.db.owner.query('SELECT 1 FROM tenant_export WHERE "tenantId" = $1', [shop])).rowCount).toBe(0)
})

/** An upload that was cut off, with its row. */
async function beginUploadOf(id: string): Promise<void> {
  const uploadId = await beginUpload({ bucket, key: exportKey(shop, id) }, 'application/gzip')
  await room.db.owner.query('UPDATE tenant_export SET "uploadId" = $2 WHERE id = $1', [id, uploadId])
}
