import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Refusal } from '@/lib/core/access/refusal'
import { domainDetail } from '@/lib/services/domain/detail'
import { requireUser, tenantContext } from '@/lib/web/session'

/** One domain for its page and its title. A foreign id, a missing one and one that is no id are the same 404. */
export const readDomain = cache(async (slug: string, id: string) => {
  await requireUser(`/t/${encodeURIComponent(slug)}/domains/${encodeURIComponent(id)}`)
  const { ctx } = await tenantContext(slug, 'domain.read')
  try {
    return { ctx, domain: await domainDetail({ ctx, input: { id } }) }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') notFound()
    throw error
  }
})
