import ipaddr from 'ipaddr.js'

// Addresses of the internet that answer only inside a cloud: Azure's wire server hands out credentials as 169.254.169.254 does.
const inside: ReadonlySet<string> = new Set(['168.63.129.16'])
// IPv6's global unicast (RFC 4291 §2.4, IANA): what lies outside it, such as IPv4-compatible ::7f00:1, is not the internet.
const globalUnicast = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number]

/**
 * Whether an IP address is one of the public internet. Refused are private, loopback, link-local (and with it 169.254.169.254), carrier-grade
 * NAT, multicast, reserved and documentation ranges, unique local IPv6, and every IPv6 form that carries an IPv4 address inside:
 * mapped, compatible, NAT64, 6to4, Teredo. What is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv6 ? parsed.match(globalUnicast) : !inside.has(parsed.toString())
}
