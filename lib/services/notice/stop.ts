import { config } from '@/lib/config'
import type { UserContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { isOptional } from '@/lib/core/notice/kinds'
import { readNoticeToken, type Stop } from '@/lib/core/notice/token'
import { inPlatform, inTenant } from '@/lib/db/tenant'
import { keepMember, keepOperator } from './choice'

/** What an unsubscribe link of a notice ends, with the tenant's name; undefined for a link that is none of ours. */
export async function findStop(token: string): Promise<(Stop & { tenant: string | undefined }) | undefined> {
  const stop = readNoticeToken(config().deriveKeys('unsubscribe'), token)
  if (!stop || !isOptional(stop.kind)) return undefined
  const { tenantId } = stop
  const row = tenantId === null ? null : await inTenant(tenantId, (tx) => tx.tenant.findUnique({ where: { id: tenantId }, select: { name: true } }))
  return { ...stop, tenant: row?.name }
}

/** Ends the mails that the link is about, for its reader alone. Twice is once; whoever has left the tenant gets none anyway. Throws Refusal `not_found`. */
export async function stopNotice({ token, ip }: { token: string; ip?: string | undefined }): Promise<void> {
  const stop = await findStop(token)
  if (!stop) throw new Refusal('not_found', 'The link is not one of ours: it may have been cut off.')
  const { userId, tenantId, kind } = stop
  const ctx: UserContext = { actor: { kind: 'user', id: userId }, ...(ip === undefined ? {} : { ip }) }
  const added = (off: string[]) => [...new Set([...off, kind])]
  const work =
    tenantId === null
      ? inPlatform(async (tx) => keepOperator(tx, ctx, added((await tx.user.findUnique({ where: { id: userId }, select: { noticesOff: true } }))?.noticesOff ?? [])))
      : inTenant(tenantId, (tx) => keepMember(tx, ctx, tenantId, added))
  await work.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
}
