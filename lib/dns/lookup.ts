import { Resolver } from 'node:dns/promises'
import { config } from '@/lib/config'
import { Fault } from '@/lib/core/fault'
import type { RecordType } from '@/lib/core/domain/records'

/** Per try and name server; doubled with each try by the resolver. */
const timeoutMs = 2000
const tries = 2

const absent = new Set(['ENOTFOUND', 'ENODATA'])

/** A resolver for one check: `DNS_SERVERS` where that is set, else the machine's own. It caches nothing. */
export function openResolver(): Resolver {
  const resolver = new Resolver({ timeout: timeoutMs, tries })
  const servers = config().dnsServers
  if (servers.length > 0) resolver.setServers(servers)
  return resolver
}

/**
 * The values at a name in zone-file form, TXT unquoted and joined (RFC 7208 §3.3), host names without the final dot; none where there is
 * no such name or type. Throws a transient Fault where the name servers give no answer.
 */
export async function lookUp(resolver: Resolver, name: string, type: RecordType | 'NS'): Promise<string[]> {
  try {
    if (type === 'TXT') return (await resolver.resolveTxt(name)).map((chunks) => chunks.join(''))
    if (type === 'MX') return (await resolver.resolveMx(name)).map((mx) => `${mx.priority} ${mx.exchange}`)
    return type === 'NS' ? await resolver.resolveNs(name) : await resolver.resolveCname(name)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (absent.has(code)) return []
    throw new Fault('transient', `${name} ${type} could not be looked up (${code || String(error)}).`, { cause: error })
  }
}
