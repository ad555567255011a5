import { config } from '@/lib/config'
import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { ClaimDomain, isBelow, type ClaimConflict, type NameProblem } from '@/lib/core/inputs/domain'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordAudit } from '@/lib/services/audit/record'
import { refuseOverLimit } from '@/lib/services/limit/check'
import { domainAnswer, type DomainAnswer } from './answer'
import { claimIdentity } from './identity'
import { newToken } from './move'

/** Claims that a tenant may have open: each makes an identity, and SES has 10,000 a Region (Developer Guide "Service quotas"). */
const maxPending = 50

/**
 * Claims a domain: it is `pending`, reserves nothing, and tells the records that prove it. Whether another tenant claims or owns the name
 * makes no difference here. Throws Refusal `forbidden`, `invalid`, `conflict`; Fault where SES cannot be reached.
 */
export async function claimDomain({ ctx, input }: { ctx: TenantContext; input: unknown }): Promise<DomainAnswer> {
  authorize(ctx, 'domain.write')
  const { name } = parseInput(ClaimDomain, input)
  const { domain } = config()
  if (isBelow(name, domain)) {
    const message = `must not be at or below ${domain}, which belongs to the platform`
    throw new Refusal('invalid', 'The input is not right: see the fields named.', [{ path: ['name'], message, code: 'platform' satisfies NameProblem }])
  }
  await inTenant(ctx.tenantId, async (tx) => {
    if (await tx.domain.findFirst({ where: { tenantId: ctx.tenantId, name } })) throw taken(name)
    await refuseOverLimit(tx, ctx.tenantId, 'domains', ['name'])
    const pending = await tx.domain.count({ where: { tenantId: ctx.tenantId, status: 'pending' } })
    if (pending >= maxPending) throw conflict('many', `${pending} domains wait for their proof already: prove or remove some of them first.`)
  })
  const identity = await claimIdentity(name)
  return inTenant(ctx.tenantId, async (tx) => {
    await refuseOverLimit(tx, ctx.tenantId, 'domains', ['name'])
    const data = { tenantId: ctx.tenantId, name, token: newToken(), ...identity }
    // The unique key settles two claims at once.
    const { count } = await tx.domain.createMany({ data: [data], skipDuplicates: true })
    if (count === 0) throw taken(name)
    const row = await tx.domain.findFirstOrThrow({ where: { tenantId: ctx.tenantId, name } })
    await recordAudit(tx, ctx, { verb: 'domain.claim', target: { kind: 'domain', id: row.id }, after: { name } })
    return domainAnswer(row)
  })
}

const conflict = (code: ClaimConflict, message: string) => new Refusal('conflict', message, [{ path: ['name'], message, code }])
const taken = (name: string) => conflict('taken', `You have ${name} already: GET /domains lists it with its records.`)
