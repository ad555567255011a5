import type { DnsRecord } from './compose'

/** Publishes record sets in the local DNS. */
export async function putDnsRecords(awsEndpoint: string, records: DnsRecord[]): Promise<void> {
  for (const record of records) {
    const answer = await fetch(`${awsEndpoint}/_local/dns`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(record) })
    if (!answer.ok) throw new Error(`The local DNS refused ${record.type} ${record.name}: ${answer.status} ${await answer.text()}`)
  }
}
