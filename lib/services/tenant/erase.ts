import { z } from 'zod'
import { deleteObjects, listObjects } from '@/lib/aws/objects'
import { abortUpload } from '@/lib/aws/upload'
import { Receiving } from '@/lib/core/receiving'
import { exportKey } from '@/lib/core/tenant/export'
import { database } from '@/lib/db/client'
import { inPlatform, inTenant, type Transaction } from '@/lib/db/tenant'
import { log } from '@/lib/log'
import { sendJob } from '@/lib/queue/send'
import { recordOperatorAudit } from '@/lib/services/audit/record'
import { takeOffMailFrom } from '@/lib/services/domain/act-on-mail-from'
import { giveUpDomain } from '@/lib/services/domain/give-up'
import { lockStanding } from './standing'

// The end of a tenant: domains, then objects, then rows, the tenant's own last. Each step looks at what is left and takes some of it, so that
// whoever dies in the midst is followed by another who comes to the same end. The domains' rows go first: no mail is routed here any more.

/** Without a tenant: those whose grace is over. */
export const EraseJob = z.object({ tenantId: z.uuid() }).partial()

/** Where a test lets the process die. */
export type Point = 'begun' | 'domain' | 'originals' | 'objects' | 'rows' | 'ended'

const rowsAtOnce = 5000
const objectsAtOnce = 1000
/** A copy that was under way when the tenant ended is looked for once more. */
const lookAgainSeconds = 3600

/** A job for each tenant whose grace is over. Gives how many. */
export async function eraseDue(): Promise<number> {
  const rows = await inPlatform((tx) => tx.$queryRaw<{ id: string }[]>`SELECT id::text FROM tenants_to_erase()`)
  for (const { id } of rows) await inPlatform((tx) => sendJob(tx, 'tenant-erase', { tenantId: id }, { singletonKey: id }))
  return rows.length
}

/** Erases a tenant whose grace is over. Gives the outcome in words; throws Fault. */
export async function eraseTenant(tenantId: string, at: (point: Point) => void = () => {}): Promise<string> {
  const standing = await begin(tenantId)
  if (standing === 'kept') return 'kept: the deletion was taken back, or is not due'
  const bucket = await bucketOf()
  if (standing === 'gone') return `gone: ${bucket ? await eraseObjects(bucket.bucket, tenantId, at) : 0} objects were left`
  at('begun')
  await eraseDomains(tenantId, at)
  let objects = 0
  if (bucket) objects = (await eraseOriginals(bucket, tenantId, at)) + (await eraseObjects(bucket.bucket, tenantId, at))
  let rows = 0
  for (;;) {
    const { gone, ended } = await eraseRows(tenantId, standing, { rows, objects })
    rows += gone
    at('rows')
    if (ended) break
  }
  at('ended')
  if (bucket) objects += await eraseObjects(bucket.bucket, tenantId, at)
  log.info({ tenantId, rows, objects }, 'a tenant was erased')
  return `erased: ${rows} rows, ${objects} objects`
}

interface Known {
  slug: string
  name: string
}

/** From here on nothing takes it back, and no mail is stored for it. */
function begin(tenantId: string): Promise<Known | 'kept' | 'gone'> {
  return inTenant(tenantId, async (tx) => {
    await lockStanding(async (text, values) => ({ rows: await tx.$queryRawUnsafe<never[]>(text, ...values) }), tenantId)
    const tenant = await tx.tenant.findUnique({ where: { id: tenantId }, select: { slug: true, name: true, deletionDueAt: true } })
    if (!tenant) return 'gone'
    if (!tenant.deletionDueAt || tenant.deletionDueAt > new Date()) return 'kept'
    await tx.$executeRaw`UPDATE tenant SET "erasingAt" = now() WHERE id = ${tenantId}::uuid AND "erasingAt" IS NULL`
    return { slug: tenant.slug, name: tenant.name }
  })
}

async function bucketOf(): Promise<Receiving | undefined> {
  const { rows } = await database().pool.query<{ value: unknown }>(`SELECT value FROM platform_setting WHERE key = 'receiving'`)
  return Receiving.safeParse(rows[0]?.value).data
}

async function eraseDomains(tenantId: string, at: (point: Point) => void): Promise<void> {
  for (const row of await inTenant(tenantId, (tx) => tx.domain.findMany({ where: { tenantId } }))) {
    await takeOffMailFrom(row)
    await inTenant(tenantId, (tx) => giveUpDomain(tx, row))
    at('domain')
  }
}

/** What SES stored of its mail, but what another tenant has as well, or may still get: of a notification that is not processed yet. */
async function eraseOriginals({ bucket, prefix }: Receiving, tenantId: string, at: (point: Point) => void): Promise<number> {
  let deleted = 0
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const mails = await inTenant(tenantId, (tx) => ownMail(tx, tenantId, last))
    if (mails.length === 0) return deleted
    const keys = mails.filter((m) => !m.shared).map((m) => `${prefix}/${m.sesMessageId}`)
    await deleteObjects(bucket, keys)
    deleted += keys.length
    last = mails.at(-1)!.id
    at('originals')
  }
}

const ownMail = (tx: Transaction, tenantId: string, after: string) => tx.$queryRaw<{ id: string; sesMessageId: string; shared: boolean }[]>`
  WITH own AS (SELECT id, "sesMessageId", "receivedAt" FROM message
               WHERE "tenantId" = ${tenantId}::uuid AND id > ${after}::uuid AND direction = 'in' AND "sesMessageId" IS NOT NULL ORDER BY id LIMIT ${objectsAtOnce}),
    ids AS (SELECT array_agg("sesMessageId") AS all, min("receivedAt") - interval '1 day' AS since FROM own),
    others AS MATERIALIZED (SELECT o."sesMessageId" FROM ids, LATERAL mail_of_others(ids.all, ids.since) o WHERE ids.all IS NOT NULL),
    open AS MATERIALIZED (SELECT body FROM notification WHERE "processedAt" IS NULL)
  SELECT own.id::text, own."sesMessageId",
    own."sesMessageId" IN (SELECT "sesMessageId" FROM others) OR EXISTS (SELECT 1 FROM unrouted u WHERE u."sesMessageId" = own."sesMessageId")
      OR EXISTS (SELECT 1 FROM open WHERE strpos(open.body, own."sesMessageId") > 0) AS shared
  FROM own ORDER BY own.id`

/** All below the tenant's own prefix, and what an export had sent when it was cut off. */
async function eraseObjects(bucket: string, tenantId: string, at: (point: Point) => void): Promise<number> {
  const cut = await inTenant(tenantId, (tx) => tx.tenantExport.findMany({ where: { tenantId, uploadId: { not: null } }, select: { id: true, uploadId: true } }))
  for (const { id, uploadId } of cut) await abortUpload({ bucket, key: exportKey(tenantId, id) }, uploadId!)
  let deleted = 0
  let batch: string[] = []
  const flush = async () => {
    await deleteObjects(bucket, batch)
    deleted += batch.length
    batch = []
    at('objects')
  }
  for await (const { key } of listObjects(bucket, `t/${tenantId}/`)) {
    batch.push(key)
    if (batch.length === objectsAtOnce) await flush()
  }
  if (batch.length > 0) await flush()
  return deleted
}

/** Some rows; with the last of them the end is written down, once. */
function eraseRows(tenantId: string, { slug, name }: Known, done: { rows: number; objects: number }): Promise<{ gone: number; ended: boolean }> {
  return inTenant(
    tenantId,
    async (tx) => {
      const [result] = await tx.$queryRaw<{ gone: number; ended: boolean }[]>`SELECT gone::float8, ended FROM erase_tenant_rows(${rowsAtOnce}::int)`
      if (!result!.ended) return result!
      await recordOperatorAudit(tx, { actor: { kind: 'job', id: 'tenant-erase' } }, { verb: 'tenant.erased', target: { kind: 'tenant', id: tenantId }, before: { slug, name }, after: { ...done } })
      await sendJob(tx, 'tenant-erase', { tenantId }, { after: lookAgainSeconds })
      return result!
    },
    { timeout: 120_000 },
  )
}
