import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Refusal } from '@/lib/core/access/refusal'
import { getMessage } from '@/lib/services/message/get'
import { traceOfMessage } from '@/lib/services/message/trace'
import { requireUser, tenantContext } from '@/lib/web/session'

/** One message for its page and its title, once per request. A foreign id, a missing one and one that is no id are the same 404. */
export const readMessage = cache(async (slug: string, id: string) => {
  await requireUser(`/t/${encodeURIComponent(slug)}/messages/${encodeURIComponent(id)}`)
  const { ctx } = await tenantContext(slug)
  try {
    const [message, trace] = await Promise.all([getMessage({ ctx, input: { id } }), traceOfMessage({ ctx, input: { id } })])
    return { ctx, message, trace }
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'not_found' || error.code === 'invalid')) notFound()
    throw error
  }
})
