import type { OperatorContext, TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { allScopes } from '@/lib/core/access/scope'
import { NewApiKey, NewOperatorKey } from '@/lib/core/inputs/api-key'
import { inPlatform, inTenant, type Transaction } from '@/lib/db/tenant'
import { authorize, authorizeOperator } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit, recordOperatorAudit } from '@/lib/services/audit/record'
import { give } from './give'
import { keyColumns, keyRow, type ApiKeyRow } from './row'
import { newKey } from './secret'

export interface NewKeyAnswer {
  id: string
  /** The key itself. It is told here and never again. */
  key: string
  prefix: string
}

const dateOf = (iso: string | undefined) => (iso === undefined ? null : new Date(iso))

/** Makes a tenant's API key. Throws Refusal `forbidden`, `invalid`. */
export async function createApiKey({ ctx, input }: { ctx: TenantContext; input: NewApiKey }): Promise<ApiKeyRow & NewKeyAnswer> {
  authorize(ctx, 'apiKey.write')
  const { name, expiresAt: end, ...asked } = parseInput(NewApiKey, input)
  const expiresAt = dateOf(end)
  if (expiresAt && expiresAt.getTime() <= Date.now()) throw expiry('must lie in the future')
  const { role, scopes } = give(ctx, asked)
  const { key, hash, prefix } = newKey('tenant')
  return inTenant(ctx.tenantId, async (tx) => {
    await outlivesNot(tx, ctx, expiresAt)
    const createdBy = ctx.actor.kind === 'user' ? ctx.actor.id : null
    const data = { tenantId: ctx.tenantId, name, prefix, hash, role, scopes: scopes ?? [allScopes], createdBy, expiresAt }
    const row = await tx.apiKey.create({ data, select: keyColumns })
    const after = { name, prefix, role, scopes: scopes ?? null, expiresAt: expiresAt?.toISOString() ?? null }
    await recordAudit(tx, ctx, { verb: 'apiKey.create', target: { kind: 'apiKey', id: row.id }, after })
    return { ...keyRow(row), key }
  })
}

const expiry = (message: string) => new Refusal('invalid', 'The input is not right: see the fields named.', [{ path: ['expiresAt'], message, code: 'expiry' }])

/** A key that ends cannot make one that lives longer. */
async function outlivesNot(tx: Transaction, { actor, tenantId }: TenantContext, expiresAt: Date | null): Promise<void> {
  if (actor.kind !== 'apiKey') return
  const maker = await tx.apiKey.findUnique({ where: { tenantId_id: { tenantId, id: actor.id } }, select: { expiresAt: true } })
  if (maker?.expiresAt && (!expiresAt || expiresAt > maker.expiresAt)) throw expiry(`must not lie after ${maker.expiresAt.toISOString()}, when the key that asks ends`)
}

/** Makes an operator's key. Throws Refusal `forbidden`, `invalid`, `not_found` (no such operator). */
export async function createOperatorKey({ ctx, input }: { ctx: OperatorContext; input: NewOperatorKey }): Promise<NewKeyAnswer> {
  authorizeOperator(ctx, 'operatorKey.write')
  const { userId, name, expiresAt } = parseInput(NewOperatorKey, input)
  const { key, hash, prefix } = newKey('operator')
  return inPlatform(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId }, select: { isOperator: true, disabledAt: true } })
    if (!user?.isOperator || user.disabledAt) throw new Refusal('not_found', 'There is no such operator.')
    const { id } = await tx.operatorKey.create({ data: { userId, name, hash, expiresAt: dateOf(expiresAt) }, select: { id: true } })
    await recordOperatorAudit(tx, ctx, { verb: 'operatorKey.create', target: { kind: 'operatorKey', id }, after: { name, userId } })
    return { id, key, prefix }
  })
}
