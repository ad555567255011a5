import { notFound } from 'next/navigation'
import { cache } from 'react'
import type { Permission } from '@/lib/core/access/matrix'
import { Refusal } from '@/lib/core/access/refusal'
import { getWebhook } from '@/lib/services/webhook/list'
import { requireUser, tenantContext } from '@/lib/web/session'

export const orNotFound = (error: unknown): never => {
  if (error instanceof Refusal) notFound()
  throw error
}

/** The webhook of a page, once per request; what is not there, and what is another tenant's, is not found. */
export const readWebhook = cache(async (slug: string, id: string, permission: Permission = 'webhook.read') => {
  const home = `/t/${encodeURIComponent(slug)}/webhooks`
  const page = `${home}/${encodeURIComponent(id)}`
  await requireUser(page)
  const { ctx } = await tenantContext(slug, permission)
  return { ctx, home, page, webhook: await getWebhook({ ctx, input: { id } }).catch(orNotFound) }
})
