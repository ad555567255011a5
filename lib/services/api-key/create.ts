import type { OperatorContext, TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { NewApiKey, NewOperatorKey } from '@/lib/core/inputs/api-key'
import { inPlatform, inTenant } from '@/lib/db/tenant'
import { authorize, authorizeOperator } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit, recordOperatorAudit } from '@/lib/services/audit/record'
import { newKey } from './secret'

export interface NewKeyAnswer {
  id: string
  /** The key itself. It is told here and never again. */
  key: string
  prefix: string
}

const dateOf = (iso: string | undefined) => (iso === undefined ? null : new Date(iso))

/** Makes a tenant's API key. Throws Refusal `forbidden`, `invalid`. */
export async function createApiKey({ ctx, input }: { ctx: TenantContext; input: NewApiKey }): Promise<NewKeyAnswer> {
  authorize(ctx, 'apiKey.write')
  const { name, role, expiresAt } = parseInput(NewApiKey, input)
  const { key, hash, prefix } = newKey('tenant')
  return inTenant(ctx.tenantId, async (tx) => {
    const createdBy = ctx.actor.kind === 'user' ? ctx.actor.id : null
    const { id } = await tx.apiKey.create({ data: { tenantId: ctx.tenantId, name, prefix, hash, role, createdBy, expiresAt: dateOf(expiresAt) }, select: { id: true } })
    await recordAudit(tx, ctx, { verb: 'apiKey.create', target: { kind: 'apiKey', id }, after: { name, prefix, role, expiresAt: expiresAt ?? null } })
    return { id, key, prefix }
  })
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
