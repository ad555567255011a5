import type { TenantContext } from '@/lib/core/access/actor'
import { FindPlace } from '@/lib/core/inputs/place'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'

export interface Place {
  kind: 'message' | 'domain' | 'address' | 'log'
  text: string
  /** Of a message or a domain. */
  id?: string
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const address = /^[^\s@]+@[^\s@]+$/
const mostDomains = 5

/** Things of the tenant that a text names: a message by its id or SES's, domains by a part of their name, mail to an address, else mail with these words. */
export async function findPlaces({ ctx, input }: { ctx: TenantContext; input: unknown }): Promise<Place[]> {
  authorize(ctx, 'message.read')
  const { text } = parseInput(FindPlace, input)
  const { tenantId } = ctx
  const lower = text.toLowerCase()
  const found = await inTenant(tenantId, async (tx): Promise<Place[]> => {
    if (uuid.test(text)) {
      const row = await tx.delivery.findUnique({ where: { tenantId_id: { tenantId, id: lower } }, select: { id: true, subject: true } })
      return row ? [{ kind: 'message', text: row.subject || row.id, id: row.id }] : []
    }
    const name = lower.slice(lower.indexOf('@') + 1)
    const domains = await tx.domain.findMany({ where: { tenantId, name: { contains: name } }, orderBy: { name: 'asc' }, take: mostDomains, select: { id: true, name: true } })
    return domains.map((d) => ({ kind: 'domain', text: d.name, id: d.id }))
  })
  return [...found, ...(address.test(lower) ? [{ kind: 'address', text: lower } as const] : []), { kind: 'log', text }]
}
