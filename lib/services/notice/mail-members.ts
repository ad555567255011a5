import type { NoticeKind } from '@/lib/core/notice/kinds'
import { asTenant, type Transaction } from '@/lib/db/tenant'
import { deliver, readerFields } from './deliver'
import { noticeWords, pageUrl, type Notice, type NoticeWords } from './words'

interface TenantPlace {
  name: string
  /** The address of a page of the tenant: `at('/domains')`. */
  at(path: string): string
}

interface Mailing {
  tenantId: string
  kind: NoticeKind
  /** Owners and admins; owners; one member. */
  who: 'admins' | 'owners' | { userId: string }
  /** Called once for each reader, with the words of the reader's language. */
  words(t: NoticeWords, tenant: TenantPlace): Notice
}

/**
 * Queues a notice for members of a tenant, in the cause's transaction, whichever tenant or none that is of, in the web and in the worker.
 * Gives to how many. `userId` of somebody who is no member gets none.
 */
export function mailMembers(tx: Transaction, { tenantId, kind, who, words }: Mailing): Promise<number> {
  return asTenant(tx, tenantId, async () => {
    const tenant = await tx.tenant.findUnique({ where: { id: tenantId }, select: { slug: true, name: true } })
    if (!tenant) return 0
    const asked = typeof who === 'object' ? { userId: who.userId } : { role: { in: who === 'owners' ? ['owner'] : ['owner', 'admin'] } }
    const members = await tx.membership.findMany({ where: { tenantId, ...asked }, select: { userId: true, noticesOff: true } })
    const readers = await tx.user.findMany({ where: { id: { in: members.map((m) => m.userId) }, disabledAt: null }, select: readerFields, orderBy: { email: 'asc' } })
    const offOf = (id: string) => members.find((m) => m.userId === id)?.noticesOff ?? []
    const place: TenantPlace = { name: tenant.name, at: (path) => pageUrl(`/t/${tenant.slug}${path}`) }
    return deliver(tx, { kind, tenantId, readers: readers.map((reader) => ({ ...reader, noticesOff: offOf(reader.id) })), words: (locale) => words(noticeWords(locale), place) })
  })
}
