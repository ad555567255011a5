import type { LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import type { Resolver } from 'node:dns/promises'
import { isPublicAddress } from '@/lib/core/webhook/address'
import { openResolver } from '@/lib/dns/lookup'

/** A name that resolves to an address that is not on the public internet. */
export class RefusedAddress extends Error {
  constructor(
    readonly host: string,
    readonly address: string,
  ) {
    super(`${host} is at ${address}, which is not an address of the public internet.`)
    this.name = 'RefusedAddress'
  }
}

const absent = new Set(['ENOTFOUND', 'ENODATA'])
const orNone = (error: unknown): string[] => {
  if (absent.has(String((error as { code?: unknown }).code))) return []
  throw error
}

/** All addresses of a name, asked once; throws RefusedAddress where one of them is not public: a name of the internet has no such address. */
async function publicAddresses(resolver: Resolver, host: string): Promise<LookupAddress[]> {
  const [four, six] = await Promise.all([resolver.resolve4(host).catch(orNone), resolver.resolve6(host).catch(orNone)])
  const found = [...four.map((address) => ({ address, family: 4 })), ...six.map((address) => ({ address, family: 6 }))]
  const refused = found.find((f) => !isPublicAddress(f.address))
  if (refused) throw new RefusedAddress(host, refused.address)
  if (found.length === 0) throw Object.assign(new Error(`${host} has no address.`), { code: 'ENOTFOUND' })
  return found
}

/**
 * A socket's own look-up: what it gives is what is connected to, so that no second answer can come between check and connection (DNS
 * rebinding). Asked are DNS_SERVERS, else the machine's name servers; never its hosts file.
 */
export const publicLookup: LookupFunction = (host, options, done) => {
  publicAddresses(openResolver(), host).then(
    (found) => (options.all ? done(null, found) : done(null, found[0]!.address, found[0]!.family)),
    (error: NodeJS.ErrnoException) => done(error, []),
  )
}
