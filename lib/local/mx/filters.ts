import type { ReceiptFilter } from '@aws-sdk/client-ses'
import ipaddr from 'ipaddr.js'

function block(cidr: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | undefined {
  if (ipaddr.isValidCIDR(cidr)) return ipaddr.parseCIDR(cidr)
  if (!ipaddr.isValid(cidr)) return undefined
  const address = ipaddr.parse(cidr)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

/**
 * Whether the receipt filters block a client. The narrowest block that holds the address decides; of two equally narrow ones Allow does.
 * So `Block 0.0.0.0/0` with some Allow filters is an allow-list (SES Developer Guide, "Email receiving concepts").
 */
export function isBlocked(filters: ReceiptFilter[], clientIp: string): boolean {
  if (!ipaddr.isValid(clientIp)) return false
  const client = ipaddr.process(clientIp)
  let narrowest = -1
  let blocked = false
  for (const { IpFilter } of filters) {
    const range = block(IpFilter?.Cidr ?? '')
    if (!range || range[0].kind() !== client.kind() || !client.match(range)) continue
    if (range[1] < narrowest) continue
    if (range[1] > narrowest) blocked = IpFilter?.Policy === 'Block'
    else if (IpFilter?.Policy === 'Allow') blocked = false
    narrowest = range[1]
  }
  return blocked
}
