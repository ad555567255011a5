import { z } from 'zod'
import { listObjects } from '@/lib/aws/objects'
import { setupNotification } from '@/lib/core/message/convert'
import { database } from '@/lib/db/client'
import { log } from '@/lib/log'
import { findReceiving } from './receiving'

/** Platform setting `sweep`: minutes that a raw object may be without a delivery before it is reported. */
const SweepSetting = z.object({ graceMinutes: z.number().int().min(1).max(1440).default(15) })

interface Found {
  key: string
  size: number
  storedAt: Date
}

const pageSize = 1000
// Keys that have their delivery need not be asked for again; the memory is a process's own, and a new process asks once.
const settled = new Set<string>()
const mostSettled = 500_000
let restUntil = 0

export interface SweepResult {
  looked: number
  orphans: number
  resolved: number
}

/**
 * Reports raw objects that SES stored and that no delivery came of (`orphan_object`), and takes the report back once one comes.
 * Nothing is sent through again: an operator sees why first. Rests 20 times as long as it took, so that a full bucket costs little.
 * Undefined while it rests, and before the set-up. Throws Fault.
 */
export async function sweep(now = new Date()): Promise<SweepResult | undefined> {
  if (performance.now() < restUntil) return undefined
  const started = performance.now()
  const receiving = await findReceiving()
  if (!receiving) return undefined
  const { bucket, prefix } = receiving
  const before = now.getTime() - (await graceMinutes()) * 60_000
  if (settled.size > mostSettled) settled.clear()

  const old: Found[] = []
  let looked = 0
  for await (const object of listObjects(bucket, `${prefix}/`)) {
    looked += 1
    if (object.storedAt.getTime() <= before && !settled.has(object.key) && messageIdOf(object.key) !== setupNotification) old.push(object)
  }
  // Neighbours in time share their partitions.
  old.sort((a, b) => b.storedAt.getTime() - a.storedAt.getTime())
  let orphans = 0
  for (let at = 0; at < old.length; at += pageSize) orphans += await reportMissing(bucket, old.slice(at, at + pageSize))
  const resolved = await resolveFound()
  restUntil = performance.now() + 20 * (performance.now() - started)
  return { looked, orphans, resolved }
}

const messageIdOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1)

async function graceMinutes(): Promise<number> {
  const { rows } = await database().pool.query<{ value: unknown }>(`SELECT value FROM platform_setting WHERE key = 'sweep'`)
  const parsed = SweepSetting.safeParse(rows[0]?.value ?? {})
  if (!parsed.success) log.warn('the platform setting `sweep` is not {graceMinutes: 1..1440}: 15 minutes are taken')
  return parsed.success ? parsed.data.graceMinutes : 15
}

// `mail.timestamp` is some seconds before the object: a day of margin costs at most one partition more.
async function handled(messageIds: string[], oldest: Date): Promise<Set<string>> {
  const since = new Date(oldest.getTime() - 86_400_000)
  const { rows } = await database().pool.query<{ id: string }>(
    `SELECT "sesMessageId" AS id FROM delivered_messages($1, $2) UNION SELECT "sesMessageId" FROM unrouted WHERE "sesMessageId" = ANY ($1)`,
    [messageIds, since],
  )
  return new Set(rows.map((r) => r.id))
}

/** How many were not reported before. */
async function reportMissing(bucket: string, page: Found[]): Promise<number> {
  const done = await handled(page.map((o) => messageIdOf(o.key)), page.at(-1)!.storedAt)
  const missing = page.filter((o) => !done.has(messageIdOf(o.key)))
  for (const object of page) if (done.has(messageIdOf(object.key))) settled.add(object.key)
  if (missing.length === 0) return 0
  const { rowCount } = await database().pool.query(
    `INSERT INTO orphan_object (key, bucket, size, "storedAt")
     SELECT o.key, $2, o.size, o."storedAt" FROM json_populate_recordset(NULL::orphan_object, $1::json) o ORDER BY o.key ON CONFLICT DO NOTHING`,
    [JSON.stringify(missing), bucket],
  )
  const first = missing[0]!.key.slice(0, 200)
  if (rowCount) log.error({ count: rowCount, first }, 'raw mail without a delivery: see the dead letters and the SNS subscription')
  return rowCount ?? 0
}

async function resolveFound(): Promise<number> {
  const { pool } = database()
  const open = 'SELECT key, size, "storedAt" FROM orphan_object WHERE "resolvedAt" IS NULL ORDER BY "storedAt" DESC LIMIT 1000'
  const { rows } = await pool.query<Found>(open)
  if (rows.length === 0) return 0
  const done = await handled(rows.map((o) => messageIdOf(o.key)), rows.at(-1)!.storedAt)
  const keys = rows.map((o) => o.key).filter((key) => done.has(messageIdOf(key)))
  const { rowCount } = await pool.query('UPDATE orphan_object SET "resolvedAt" = now() WHERE key = ANY ($1) AND "resolvedAt" IS NULL', [keys])
  return rowCount ?? 0
}

/** For tests: forgets what the process knows of the bucket. */
export function forgetSweeps(): void {
  settled.clear()
  restUntil = 0
}
