import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Refusal } from '@/lib/core/access/refusal'
import { listConsents } from '@/lib/services/domain/consent/list'
import { domainDetail } from '@/lib/services/domain/detail'
import { requireUser, tenantContext } from '@/lib/web/session'

/** One domain for its page and its title. A foreign id, a missing one and one that is no id are the same 404. */
export const readDomain = cache(async (slug: string, id: string) => {
  await requireUser(`/t/${encodeURIComponent(slug)}/domains/${encodeURIComponent(id)}`)
  const { ctx } = await tenantContext(slug, 'domain.read')
  try {
    const [domain, requests] = await Promise.all([domainDetail({ ctx, input: { id } }), listConsents({ ctx, input: { id } })])
    return { ctx, domain, requests }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') notFound()
    throw error
  }
})
