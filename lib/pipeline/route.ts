import { parseEnvelopeAddress } from '@/lib/core/address/envelope'
import { config } from '@/lib/config'
import { database } from '@/lib/db/client'

export interface Routed {
  recipient: string
  /** The recipient without its +tag. */
  mailbox: string
  domainId: string | null
}

export interface Routes {
  /** Recipients by tenant, tenants in order of their id. */
  tenants: Map<string, Routed[]>
  unrouted: { recipient: string; reason: string }[]
}

const byDomain = `SELECT d.name, r."tenantId", r."domainId" FROM unnest($1::text[]) AS d(name), LATERAL route_domain(d.name) r`
const bySlug = `SELECT s.slug, r."tenantId" FROM unnest($1::text[]) AS s(slug), LATERAL route_slug(s.slug) r`

/** Which tenant each envelope recipient belongs to: by a proved domain, or by the tenant's name below the platform's domain. */
export async function route(recipients: readonly string[]): Promise<Routes> {
  const { pool } = database()
  const suffix = `.${config().domain}`
  const slugOf = (domain: string) => (domain.endsWith(suffix) ? domain.slice(0, -suffix.length) : undefined)
  const parsed = recipients.map((recipient) => ({ recipient, address: parseEnvelopeAddress(recipient) }))
  const domains = [...new Set(parsed.flatMap((p) => (p.address ? [p.address.domain] : [])))]
  const slugs = domains.map(slugOf).filter((s) => s !== undefined)
  const owners = new Map<string, { tenantId: string; domainId: string | null }>()
  if (slugs.length > 0) {
    const { rows } = await pool.query<{ slug: string; tenantId: string }>({ name: 'route-slug', text: bySlug, values: [slugs] })
    for (const row of rows) owners.set(row.slug + suffix, { tenantId: row.tenantId, domainId: null })
  }
  const rest = domains.filter((d) => slugOf(d) === undefined)
  if (rest.length > 0) {
    const query = { name: 'route-domain', text: byDomain, values: [rest] }
    const { rows } = await pool.query<{ name: string; tenantId: string; domainId: string }>(query)
    for (const row of rows) owners.set(row.name, row)
  }

  const found: { tenantId: string; routed: Routed }[] = []
  const unrouted: Routes['unrouted'] = []
  for (const { recipient, address } of parsed) {
    const owner = address && owners.get(address.domain)
    if (owner) found.push({ tenantId: owner.tenantId, routed: { recipient, mailbox: address.mailbox, domainId: owner.domainId } })
    else unrouted.push({ recipient, reason: address ? `No tenant has proved ${address.domain}.` : 'The recipient has no domain.' })
  }
  found.sort((a, b) => (a.tenantId < b.tenantId ? -1 : a.tenantId > b.tenantId ? 1 : 0))
  const tenants = new Map<string, Routed[]>()
  for (const { tenantId, routed } of found) tenants.set(tenantId, [...(tenants.get(tenantId) ?? []), routed])
  return { tenants, unrouted }
}
