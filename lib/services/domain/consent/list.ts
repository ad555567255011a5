import type { TenantContext } from '@/lib/core/access/actor'
import type { Consent } from '@/lib/core/domain/consent'
import type { DomainConsent } from '@/lib/db/generated/client'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { findDomain } from '@/lib/services/domain/get'

/** A request for a name below the tenant's domain. Nothing tells who asks: the record in the zone does, to whoever keeps the zone. */
export interface ConsentRequest {
  id: string
  name: string
  record: { type: 'TXT'; name: string; value: string }
  state: Consent
  askedAt: string
  answeredAt: string | null
}

/** Requests shown of one domain; a zone in which more are open has other troubles. */
const most = 200

export const consentRequest = ({ id, name, proof, answer, askedAt, answeredAt }: DomainConsent): ConsentRequest => ({
  id,
  name,
  record: { type: 'TXT', name: `_postroom.${name}`, value: proof },
  state: (answer ?? 'asked') as Consent,
  askedAt: askedAt.toISOString(),
  answeredAt: answeredAt?.toISOString() ?? null,
})

/** The requests for names below one of the tenant's domains, newest first. Throws Refusal `forbidden`, `not_found`. */
export async function listConsents({ ctx, input }: { ctx: TenantContext; input: unknown }): Promise<ConsentRequest[]> {
  authorize(ctx, 'domain.read')
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    const { id } = await findDomain(tx, tenantId, input)
    return (await tx.domainConsent.findMany({ where: { tenantId, domainId: id }, orderBy: [{ askedAt: 'desc' }, { id: 'desc' }], take: most })).map(consentRequest)
  })
}
