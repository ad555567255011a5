import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { messageFile, messageHtml, messageParts } from '@/lib/pipeline/content'
import { requireUser, tenantContext } from './session'

export { messageHtml, messageParts }
export type { Part } from '@/lib/pipeline/content'

/** For a route of a message's own: a stranger logs in first; undefined for a foreign id, as for a missing one. */
async function forRoute<R>(slug: string, id: string, read: (ctx: TenantContext) => Promise<R>): Promise<R | undefined> {
  await requireUser(`/t/${encodeURIComponent(slug)}/messages/${encodeURIComponent(id)}`)
  const { ctx } = await tenantContext(slug, 'message.read')
  try {
    return await read(ctx)
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'not_found' || error.code === 'invalid')) return undefined
    throw error
  }
}

export const htmlForRoute = (slug: string, id: string, remote: boolean) => forRoute(slug, id, (ctx) => messageHtml({ ctx, input: { id, remote } }))

export const fileForRoute = (slug: string, id: string, path: string) => forRoute(slug, id, (ctx) => messageFile({ ctx, input: { id, path } }))
