import nodemailer from 'nodemailer'
import { config } from '@/lib/config'
import { composeDemo } from '@/lib/testing/demo/compose'
import { putDnsRecords } from '@/lib/testing/demo/dns'
import { until, type Api } from './api'
import { demoRules } from './rules'

interface DomainAnswer {
  id: string
  status: string
  records: { type: string; name: string; value: string }[]
}

/** Proves the demo domain as any tenant does: claim, publish the records, check. */
export async function proveDomain(api: Api, name: string): Promise<void> {
  const { data } = await api.call<{ data: (DomainAnswer & { name: string })[] }>('GET', '/domains')
  const domain = data.find((d) => d.name === name) ?? (await api.call<DomainAnswer>('POST', '/domains', { name }))
  if (domain.status === 'verified') return
  await putDnsRecords(config().aws.endpoint!, domain.records.map((r) => ({ name: r.name, type: r.type, values: [r.value] })))
  await until(`The proof of ${name}`, 20_000, async () => ((await api.call<DomainAnswer>('POST', `/domains/${domain.id}/check`)).status === 'verified' ? true : undefined))
}

export async function publishRules(api: Api): Promise<void> {
  await api.call('PUT', '/rule-set/draft', { rules: demoRules })
  await api.call('POST', '/rule-set/publish')
}

/** Sends the demo's mails through the MX, which takes them once the plan for the domain is applied, and waits for the log to have them. */
export async function sendDemoMail(api: Api, domain: string, smtp: string): Promise<void> {
  const { mails, records } = await composeDemo(domain)
  await putDnsRecords(config().aws.endpoint!, records)
  const [host, port] = smtp.split(':')
  const transport = nodemailer.createTransport({ host, port: Number(port), secure: false, ignoreTLS: true, pool: true, maxConnections: 4 })
  const send = (m: (typeof mails)[number]) => transport.sendMail({ envelope: { from: m.from, to: m.to }, raw: m.raw })
  const [first, ...rest] = mails
  await until('The receipt rule for the demo domain', 30_000, () => send(first!).then(() => true, (e: { responseCode?: number }) => (e.responseCode === 550 ? undefined : Promise.reject(e))))
  await Promise.all(rest.map(send))
  transport.close()
  await until('The arrival of the demo mails in the log', 30_000, async () =>
    (await api.call<{ data: unknown[] }>('GET', '/messages?limit=100')).data.length >= mails.length ? true : undefined,
  )
}
