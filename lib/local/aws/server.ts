import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { startMx } from '@/lib/local/mx/server'
import type { Cloud } from './contracts'
import { control } from './control'
import { startDns } from './dns/server'
import { createFront, plain } from './front'
import { createS3 } from './s3/service'
import { createSes } from './ses/service'
import { createSns } from './sns/service'
import { createSqs } from './sqs/service'
import { Store } from './store'
import { createSts } from './sts'
import { Throttle } from './throttle'
import { view } from './viewer/pages'

const HOST = '127.0.0.1'
/** MaxSendRate while nothing is throttled. */
const FREE_SEND_RATE = 10_000

export interface LocalAwsOptions {
  /** 0: any free port, here and below. */
  port: number
  /** POSTROOM_HOME: the state is kept in `aws/` below it. */
  home: string
  region: string
  /** Undefined: no MX. */
  smtpPort?: number
  dnsPort?: number
  relay?: string
  now?: () => Date
}

export interface LocalAws {
  endpoint: string
  smtp: { host: string; port: number } | undefined
  dns: { host: string; port: number }
  cloud: Cloud
  close(): Promise<void>
}

/** A listener that could not start: what is wrong and what to do, in one sentence. */
export class PortError extends Error {
  override name = 'PortError'
}

/** Starts the local AWS on 127.0.0.1: the HTTP endpoint, the DNS, and with `smtpPort` the MX. Throws PortError. */
export async function startLocalAws(options: LocalAwsOptions): Promise<LocalAws> {
  const { region, home, now = () => new Date() } = options
  /** Undone in reverse order, also when the start fails half-way. */
  const closers: (() => Promise<unknown>)[] = []
  const close = async (): Promise<void> => {
    const failed: unknown[] = []
    for (const closer of closers.splice(0).reverse()) await closer().catch((error: unknown) => failed.push(error))
    if (failed.length > 0) throw new AggregateError(failed, 'Parts of the local AWS could not be stopped.')
  }
  try {
    const store = Store.open(path.join(home, 'aws', 'state'))
    closers.push(() => store.close())
    let port = options.port
    const endpoint = () => `http://${HOST}:${port}`

    const dns = await onPort(options.dnsPort ?? 0, 'DNS', 'LOCAL_DNS_PORT', (p) => startDns({ store, region, port: p }))
    closers.push(() => dns.close())
    const s3 = createS3({ store, dir: path.join(home, 'aws', 'objects'), region, now })
    const sqs = createSqs({ store, endpoint, region, now })
    const sns = createSns({ store, dir: path.join(home, 'aws'), endpoint, region, now, queues: sqs.queues })
    closers.push(() => sns.close())
    const throttle = new Throttle()
    const sendRate = () => throttle.limits.send ?? FREE_SEND_RATE
    const ses = createSes({ store, region, endpoint, now, objects: s3.objects, topics: sns.topics, dns, relay: options.relay, sendRate })
    closers.push(() => ses.close())
    const cloud: Cloud = { store, region, endpoint, now, objects: s3.objects, topics: sns.topics, ses: ses.state, dns }

    const services = { ses: ses.service, s3: s3.service, sns: sns.service, sqs: sqs.service, sts: createSts() }
    const parts = { cloud, ses, sns, throttle, startedAt: now(), services }
    const front = createFront({
      services,
      region,
      throttle,
      port: () => port,
      local: async (request) =>
        (await control(request, parts)) ?? (await view(request, parts)) ?? plain(404, `There is nothing at ${request.path}.`),
    })
    await onPort(options.port, 'the local AWS', 'LOCAL_AWS_PORT', async (p) => {
      front.listen(p, HOST)
      await once(front, 'listening')
    })
    port = (front.address() as AddressInfo).port
    closers.push(async () => {
      const closed = new Promise<void>((done) => front.close(() => done()))
      front.closeIdleConnections()
      // A long poll must not hold the process: what has not ended by then is cut.
      const cut = setTimeout(() => front.closeAllConnections(), 2000)
      await closed
      clearTimeout(cut)
    })
    closers.push(async () => sqs.close())
    const mx =
      options.smtpPort === undefined
        ? undefined
        : await onPort(options.smtpPort, 'SMTP', 'LOCAL_SMTP_PORT', (p) => startMx({ cloud, port: p, host: HOST }))
    if (mx) {
      closers.push(() => mx.close())
      ses.outbox.receiveAt(`smtp://${HOST}:${mx.port}`, async (domain) => {
        const found = (await dns.resolve(domain, 'MX')) as { exchange: string }[]
        return found.some(({ exchange }) => exchange.replace(/\.$/, '').toLowerCase() === `inbound-smtp.${region}.amazonaws.com`)
      })
    }
    await sns.start()
    ses.start()
    return { endpoint: endpoint(), smtp: mx && { host: HOST, port: mx.port }, dns: { host: HOST, port: dns.port() }, cloud, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function onPort<T>(port: number, what: string, variable: string, start: (port: number) => Promise<T>): Promise<T> {
  try {
    return await start(port)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE')
      throw new PortError(`Port ${port} for ${what} is taken: stop the program that uses it, or set ${variable} to a free port.`, {
        cause: error,
      })
    if (code === 'EACCES')
      throw new PortError(`Port ${port} for ${what} needs rights that this user has not: set ${variable} to a port above 1023.`, {
        cause: error,
      })
    throw error
  }
}
