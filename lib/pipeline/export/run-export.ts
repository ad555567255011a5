import { z } from 'zod'
import { deleteObjects } from '@/lib/aws/objects'
import { abortUpload, beginUpload, sendParts } from '@/lib/aws/upload'
import { Fault, isTransient } from '@/lib/core/fault'
import { exportDays, exportKey } from '@/lib/core/tenant/export'
import { notifyLive } from '@/lib/db/live'
import { inPlatform, inTenant, type Transaction } from '@/lib/db/tenant'
import { log } from '@/lib/log'
import { databaseFault } from '@/lib/pipeline/database-fault'
import { receivingSetting } from '@/lib/pipeline/receiving'
import { recordAudit } from '@/lib/services/audit/record'
import { mailMembers } from '@/lib/services/notice/mail-members'
import { archiveOf } from './archive'
import { countMessages } from './read'

export const ExportJob = z.object({ tenantId: z.uuid(), id: z.uuid() }).partial()

/** Tries of one export, deaths of the worker among them. */
const mostTries = 6

interface Claimed {
  tenantId: string
  id: string
  attempt: number
  bucket: string
  key: string
}

/** A later try has it, or the tenant is at its end. */
class Lost extends Error {}

/**
 * Makes a tenant's file: anew in each try, under the same key, and what a killed one had sent is taken back first, so that there is one file or
 * none. Gives the outcome in words; throws Fault where it is tried again.
 */
export async function runExport(tenantId: string, id: string, at: (done: number) => unknown = () => {}): Promise<string> {
  const { bucket } = await receivingSetting()
  const place = { bucket, key: exportKey(tenantId, id) }
  const claimed = await claim(tenantId, id)
  if (!claimed) return 'nothing to do: it is settled, or not there'
  const own: Claimed = { tenantId, id, attempt: claimed.attempt, ...place }
  let uploadId: string | undefined
  try {
    if (claimed.uploadId) await abortUpload(place, claimed.uploadId)
    if (own.attempt > mostTries) throw new Fault('permanent', `It was tried ${mostTries} times, and the worker ended each time before it was done.`)
    uploadId = await beginUpload(place, 'application/gzip')
    await change(own, { uploadId, total: await countMessages(tenantId) })
    const archive = archiveOf(tenantId, async (done) => {
      await change(own, { done })
      await at(done)
    })
    const bytes = await sendParts(place, uploadId, archive, () => change(own, {}))
    await finish(own, bytes)
    return `ready: ${bytes} bytes`
  } catch (error) {
    if (uploadId) await abortUpload(place, uploadId).catch((second: unknown) => log.warn({ err: second, tenantId, id }, 'an upload could not be taken back'))
    if (error instanceof Lost || (error as Error).cause instanceof Lost) return 'left: another try has it, or the tenant is gone'
    const fault = databaseFault('Making an export', error)
    if (isTransient(fault) && own.attempt < mostTries) {
      await change(own, { problem: fault.message.slice(0, 500), uploadId: null })
      throw fault
    }
    await fail(own, fault)
    return `failed: ${fault.message}`
  }
}

/** The next try, with what the one before left at S3. */
async function claim(tenantId: string, id: string): Promise<{ attempt: number; uploadId: string | null } | undefined> {
  const rows = await inTenant(tenantId, (tx) =>
    tx.$queryRaw<{ attempt: number; uploadId: string | null }[]>`
      UPDATE tenant_export e SET state = 'running', attempt = e.attempt + 1, done = 0, "uploadId" = NULL
      FROM (SELECT id, "uploadId" FROM tenant_export WHERE "tenantId" = ${tenantId}::uuid AND id = ${id}::uuid AND state IN ('queued', 'running') FOR UPDATE) o
      WHERE e."tenantId" = ${tenantId}::uuid AND e.id = o.id RETURNING e.attempt, o."uploadId"`,
  )
  return rows[0]
}

/** Notes how far it is, where it is still this try's. Throws Lost. */
async function change({ tenantId, id, attempt }: Claimed, data: { uploadId?: string | null; total?: number; done?: number; problem?: string }): Promise<void> {
  await inTenant(tenantId, async (tx) => {
    await changeIn(tx, { tenantId, id, attempt }, data)
    await notifyLive(tx, `t:${tenantId}:export`)
  })
}

async function changeIn(tx: Transaction, { tenantId, id, attempt }: Pick<Claimed, 'tenantId' | 'id' | 'attempt'>, data: object): Promise<void> {
  const tenant = await tx.tenant.findUnique({ where: { id: tenantId }, select: { erasingAt: true } })
  if (!tenant || tenant.erasingAt) throw new Lost('The tenant is at its end.')
  // Also where nothing is changed: the row is locked until this transaction ends.
  const { count } = await tx.tenantExport.updateMany({ where: { tenantId, id, attempt, state: 'running' }, data: { attempt, ...data } })
  if (count === 0) throw new Lost('Another try has the export.')
}

function finish(own: Claimed, bytes: number): Promise<void> {
  const { tenantId, id } = own
  return inTenant(tenantId, async (tx) => {
    const [now, days] = [new Date(), exportDays * 86_400_000]
    const expiresAt = new Date(now.getTime() + days)
    await changeIn(tx, own, { state: 'ready', bytes: BigInt(bytes), settledAt: now, expiresAt, uploadId: null, problem: null })
    await settled(tx, own, 'exportReady', { state: 'ready', bytes, expiresAt: expiresAt.toISOString() })
    await notifyLive(tx, `t:${tenantId}:export`)
    log.info({ tenantId, id, bytes }, 'an export is ready')
  })
}

function fail(own: Claimed, fault: Fault): Promise<void> {
  const { tenantId } = own
  return inTenant(tenantId, async (tx) => {
    const permanent = !isTransient(fault)
    await changeIn(tx, own, { state: 'failed', settledAt: new Date(), problem: fault.message.slice(0, 500), permanent, uploadId: null })
    await settled(tx, own, 'exportFailed', { state: 'failed', problem: fault.message.slice(0, 500), permanent })
    await notifyLive(tx, `t:${tenantId}:export`)
  })
}

/** In the audit, and to who asked. */
async function settled(tx: Transaction, { tenantId, id }: Claimed, kind: 'exportReady' | 'exportFailed', after: Record<string, string | number | boolean>): Promise<void> {
  await recordAudit(tx, { actor: { kind: 'job', id: 'export' }, tenantId, role: 'owner' }, { verb: 'tenant.exported', target: { kind: 'export', id }, after })
  const row = await tx.tenantExport.findUnique({ where: { tenantId_id: { tenantId, id } }, select: { actorKind: true, actorId: true } })
  if (row?.actorKind !== 'user') return
  await mailMembers(tx, {
    tenantId,
    kind,
    who: { userId: row.actorId },
    words: (t, { name, at }) => ({
      subject: t(`${kind}.subject`, { tenant: name }),
      paragraphs: [t(`${kind}.what`, { tenant: name }), t(`${kind}.do`, { days: exportDays })],
      link: { label: t('exportLink'), url: at('/settings/export') },
    }),
  })
}

/** Files whose time is over go. Gives how many. */
export async function expireExports(): Promise<number> {
  const over = await inPlatform((tx) => tx.$queryRaw<{ tenantId: string; id: string }[]>`SELECT "tenantId"::text, id::text FROM exports_over(500::int)`)
  if (over.length === 0) return 0
  const { bucket } = await receivingSetting()
  for (const { tenantId, id } of over) {
    await deleteObjects(bucket, [exportKey(tenantId, id)])
    await inTenant(tenantId, async (tx) => {
      await tx.tenantExport.updateMany({ where: { tenantId, id, state: 'ready' }, data: { state: 'expired' } })
      await notifyLive(tx, `t:${tenantId}:export`)
    })
  }
  return over.length
}
