import type { TenantContext } from '@/lib/core/access/actor'
import type { Page } from '@/lib/core/inputs/page'
import { domainAnswer, type DomainAnswer } from './answer'
import { pageOfDomains } from './page-of'

/** The tenant's domains, newest first, a page at a time. Throws Refusal `forbidden`, `invalid`. */
export async function listDomains(call: { ctx: TenantContext; input: unknown }): Promise<Page<DomainAnswer>> {
  const { data, nextCursor } = await pageOfDomains(call)
  return { data: data.map(domainAnswer), nextCursor }
}
