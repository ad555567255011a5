import { notFound } from 'next/navigation'
import { cache } from 'react'
import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { getMessage, type MessageDetail } from '@/lib/services/message/get'
import { traceOfMessage, type MessageTrace } from '@/lib/services/message/trace'
import { requireUser, tenantContext } from '@/lib/web/session'

/** One message for its page and its title, once per request. A foreign id, a missing one and one that is no id are the same 404. */
export const readMessage = cache(async (slug: string, id: string) => {
  await requireUser(`/t/${encodeURIComponent(slug)}/messages/${encodeURIComponent(id)}`)
  const { ctx } = await tenantContext(slug, 'message.read')
  try {
    return { ctx, ...(await readOneRun(ctx, id)) }
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'not_found' || error.code === 'invalid')) notFound()
    throw error
  }
})

/** A replay may end between two reads: the outcome of one run must not stand beside the trace of another. */
async function readOneRun(ctx: TenantContext, id: string): Promise<{ message: MessageDetail; trace: MessageTrace }> {
  for (let trace = await traceOfMessage({ ctx, input: { id } }); ; ) {
    const message = await getMessage({ ctx, input: { id } })
    const after = await traceOfMessage({ ctx, input: { id } })
    if (after.run === trace.run) return { message, trace }
    trace = after
  }
}
