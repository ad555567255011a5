import { BlockList, isIP } from 'node:net'
import { Fault } from '@/lib/core/fault'

/** Regions with email receiving (AWS General Reference, "Amazon SES endpoints and quotas", inbound table): fewer than those that send. */
const receivingRegions = new Set([
  ...['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'af-south-1', 'ap-south-1', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3'],
  ...['ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ca-central-1', 'eu-central-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-south-1'],
  ...['eu-north-1', 'il-central-1', 'me-south-1', 'sa-east-1'],
])

/** Throws a permanent Fault where SES takes no mail in the region. */
export function checkRegion(region: string): void {
  if (receivingRegions.has(region)) return
  const regions = [...receivingRegions].join(', ')
  throw new Fault('permanent', `SES receives no mail in ${region}: set AWS_REGION to one of ${regions} (POSTROOM_SENDING_REGION may be another).`)
}

// RFC 1918, RFC 1122 §3.2.1.3, RFC 4193, RFC 4291: no address on the internet.
const unreachable = new BlockList()
for (const [net, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.168.0.0', 16]] as const)
  unreachable.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [['::1', 128], ['fc00::', 7], ['fe80::', 10]] as const) unreachable.addSubnet(net, bits, 'ipv6')

/** Throws a permanent Fault where SNS, from the internet, cannot reach the address by what it says. */
export function checkReachable(webhookUrl: string): void {
  const host = new URL(webhookUrl).hostname.replace(/^\[|\]$/g, '')
  const kind = isIP(host)
  const named = host === 'localhost' || /\.(localhost|local|internal|test)$/.test(host)
  if (!named && (kind === 0 || !unreachable.check(host, kind === 4 ? 'ipv4' : 'ipv6'))) return
  throw new Fault('permanent', `SNS cannot reach ${webhookUrl} from the internet: set POSTROOM_URL to the public address of this Postroom, https if you can.`)
}
