import { randomBytes } from 'node:crypto'
import { config } from '@/lib/config'
import { seal, unseal } from '@/lib/core/account/seal'
import { sealedUses, type SealedKind } from '@/lib/core/sealing/uses'
import { inPlatform, inTenant, queryOf, type Transaction } from '@/lib/db/tenant'
import { log } from '@/lib/log'
import { rowIds } from './stand'

// Each batch is one transaction that opens rows under an old key and seals them under the current one; a row under the current one is not
// looked at. So it may be killed anywhere, run twice and run beside itself. What no key opens stays as it is.

const batch = 100

interface Table {
  kind: SealedKind
  /** Gives what a row's text is bound to, and the sealed text, of rows under the keys $1; they are locked. */
  select: string
  /** $1: bound, $2: sealed anew. */
  update: string
}

const under = (column: string) => `encode(substring(${column} FROM 1 FOR 4), 'hex') = ANY ($1::text[])`
const locked = `LIMIT ${batch} FOR UPDATE SKIP LOCKED`
const ownTenant = `"tenantId" = (SELECT current_tenant())`
const claim = `"tenantId"::text || ' ' || "keyId"::text || ' ' || key`

const ofThePlatform: Table[] = [
  { kind: 'totp', select: `SELECT "userId"::text AS bound, secret AS sealed FROM totp WHERE ${under('secret')} ${locked}`, update: `UPDATE totp SET secret = $2 WHERE "userId" = $1::uuid` },
  { kind: 'productMail', select: `SELECT id::text AS bound, content AS sealed FROM product_mail WHERE ${under('content')} ${locked}`, update: `UPDATE product_mail SET content = $2 WHERE id = $1::uuid` },
]
const ofTenants: Table[] = [
  ...['secret', '"previousSecret"'].map((column): Table => ({
    kind: 'webhookSecret',
    select: `SELECT id::text AS bound, ${column} AS sealed FROM webhook_endpoint WHERE ${ownTenant} AND ${under(column)} ${locked}`,
    update: `UPDATE webhook_endpoint SET ${column} = $2 WHERE ${ownTenant} AND id = $1::uuid`,
  })),
  {
    kind: 'idempotency',
    select: `SELECT ${claim} AS bound, body AS sealed FROM idempotency WHERE ${ownTenant} AND ${under('body')} ${locked}`,
    update: `UPDATE idempotency SET body = $2 WHERE ${ownTenant} AND ${claim} = $1`,
  },
]

/** Where a test lets the process die. */
type Point = 'after a batch'

/** In the worker: seals anew all that stands under a key of POSTROOM_KEY_OLD. Gives how many rows of each kind. */
export async function reseal(at: (point: Point) => void = () => {}): Promise<Partial<Record<SealedKind, number>>> {
  const done: Partial<Record<SealedKind, number>> = {}
  const all = async (tables: Table[], inside: (work: (tx: Transaction) => Promise<number>) => Promise<number>) => {
    for (const table of tables)
      // What no key opens comes again in each batch: the end is a batch of which nothing could be sealed.
      for (let n = 1; n > 0; ) {
        n = await inside((tx) => oneBatch(tx, table))
        done[table.kind] = (done[table.kind] ?? 0) + n
        if (n > 0) at('after a batch')
      }
  }
  await all(ofThePlatform, inPlatform)
  const seen = new Set<string>()
  for (;;) {
    const old = [...new Set(ofTenants.flatMap(({ kind }) => rowIds(kind).slice(1)))]
    const ids = (await inPlatform((tx) => tx.$queryRaw<{ tenantId: string }[]>`SELECT "tenantId"::text FROM sealed_tenants(${old}, 1000)`)).filter(({ tenantId }) => !seen.has(tenantId))
    if (ids.length === 0) return done
    for (const { tenantId } of ids) {
      seen.add(tenantId)
      await all(ofTenants, (work) => inTenant(tenantId, work))
    }
  }
}

async function oneBatch(tx: Transaction, { kind, select, update }: Table): Promise<number> {
  const keys = config().deriveKeys(sealedUses[kind])
  const rows = await queryOf(tx)<{ bound: string; sealed: Uint8Array }>(select, [rowIds(kind).slice(1)])
  let sealed = 0
  for (const row of rows) {
    const text = unseal(keys, row.bound, Buffer.from(row.sealed))
    if (text === undefined) {
      log.error({ kind, bound: row.bound }, 'a sealed text cannot be opened, though its key is here')
      continue
    }
    sealed += await tx.$executeRawUnsafe(update, row.bound, new Uint8Array(seal(keys[0]!, randomBytes(12), row.bound, text)))
  }
  return sealed
}
