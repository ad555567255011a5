import type { z } from 'zod'
import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { foreignMailFrom } from '@/lib/core/domain/mail-from'
import { SetMailFrom } from '@/lib/core/inputs/domain'
import type { Domain } from '@/lib/db/generated/client'
import { inTenant, type Transaction } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { domainAnswer, factsOf, type DomainAnswer } from './answer'
import { askMailFrom } from './ask-mail-from'
import { findDomain } from './get'
import { wishOf } from './mail-from'

/**
 * Asks for a custom MAIL FROM domain: its records are needed from now on, and SES is told by the check that follows. Only of a domain that
 * is the tenant's: SES has one identity for all who claim the name. Throws Refusal `forbidden`, `invalid`, `not_found`, `conflict`.
 */
export async function setMailFrom({ ctx, input }: { ctx: TenantContext; input: z.input<typeof SetMailFrom> }): Promise<DomainAnswer> {
  authorize(ctx, 'domain.write')
  const { id, ...want } = parseInput(SetMailFrom, input)
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    const row = await findDomain(tx, tenantId, { id })
    await refuse(tx, row, want)
    await askMailFrom(tx, ctx, row, want)
    return domainAnswer(await findDomain(tx, tenantId, { id }))
  })
}

async function refuse(tx: Transaction, row: Domain, { domain, replace }: { domain: string; replace?: string | undefined }): Promise<void> {
  const invalid = (code: string, message: string) => new Refusal('invalid', 'The input is not right: see the fields named.', [{ path: ['domain'], message, code }])
  if (!domain.endsWith(`.${row.name}`)) throw invalid('below', `must be a name below ${row.name}, such as bounce.${row.name}`)
  // SES: the MAIL FROM domain must be one that no mail is received at and none sent from.
  if (await tx.domain.findFirst({ where: { tenantId: row.tenantId, name: domain } })) throw invalid('used', `must be a name of its own: ${domain} is among your domains`)
  if (row.status === 'pending') throw new Refusal('conflict', `${row.name} is not verified yet: put its records right first.`, [{ path: [], message: 'is not verified yet', code: 'pending' }])
  const foreign = foreignMailFrom({ ...wishOf(row), domain }, factsOf(row).mailFrom)
  if (foreign !== null && foreign !== replace) {
    const message = `must be ${foreign} to replace it: somebody else set it at Amazon SES`
    throw new Refusal('conflict', `Amazon SES uses the MAIL FROM domain ${foreign}, which Postroom did not set. Send it as \`replace\` to have it replaced.`, [{ path: ['replace'], message, code: 'foreign' }])
  }
}
