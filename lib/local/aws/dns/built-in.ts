import type { RecordSet } from './zone'

/** What stands for the internet: SES's own names, which a tenant's records point to, and the loopback address both ways. */
export const builtIn = (region: string): RecordSet[] => [
  { name: 'localhost', type: 'A', values: ['127.0.0.1'] },
  { name: 'localhost', type: 'AAAA', values: ['::1'] },
  { name: '1.0.0.127.in-addr.arpa', type: 'PTR', values: ['localhost'] },
  { name: 'amazonses.com', type: 'A', values: ['127.0.0.1'] },
  { name: 'amazonses.com', type: 'TXT', values: ['v=spf1 ip4:127.0.0.0/8 ip6:::1 -all'] },
  { name: '*.amazonses.com', type: 'A', values: ['127.0.0.1'] },
  { name: `inbound-smtp.${region}.amazonaws.com`, type: 'A', values: ['127.0.0.1'] },
]
