import type { Dns, Objects, SesState, Service, Topics } from '@/lib/local/aws/contracts'
import { SES } from '@/lib/local/aws/namespaces'
import { queryService } from '@/lib/local/aws/protocol'
import type { Store } from '@/lib/local/aws/store'
import { log } from '@/lib/log'
import { createConfigurationSets } from './configuration-sets'
import { createFilters } from './filters'
import { createIdentities } from './identities'
import { createMailCalls, type Received } from './mail-calls'
import { newMessageId, outgoing, rfc5322Date } from './outgoing'
import { createOutbox } from './outbox'
import { createRuleSets } from './rule-sets'
import { createSend } from './sending'
import { createStatistics } from './statistics'
import { readHead } from '@/lib/local/mx/head'

/** Pending identities are looked at this often. */
const CHECK_MS = 1000
const DAY_MS = 24 * 3_600_000

export interface SesOptions {
  store: Store
  region: string
  endpoint: () => string
  now: () => Date
  objects: Objects
  topics: Topics
  dns: Dns
  /** `smtp://host:port`, to which all sent mail is passed on too. */
  relay: string | undefined
  /** Mails a second that GetSendQuota tells; the throttle switch sets it. */
  sendRate: () => number
}

/** Amazon SES, API version 2010-12-01, with its state in the store. */
export function createSes({ store, region, endpoint, now, objects, topics, dns, relay, sendRate }: SesOptions) {
  const statistics = createStatistics(store, now)
  const outbox = createOutbox({ store, topics, relay, now })
  const received = store.table<Received>('ses.received')

  /** SES's own mail: no identity stands for it, and no event tells of it. */
  const sendOwn = async (source: string, recipient: string, raw: Buffer): Promise<string> => {
    const at = now()
    const id = newMessageId(at)
    await outbox.add(
      { Id: id, Timestamp: at, Source: source, Destinations: [recipient], raw: outgoing({ raw, head: readHead(raw) }, id, at, region) },
      [],
    )
    return id
  }
  const invite = async (address: string, token: string): Promise<void> => {
    const link = `${endpoint()}/_local/verify?token=${encodeURIComponent(token)}`
    await sendOwn('no-reply-aws@amazon.com', address, invitation(address, link, region, now()))
  }
  const identities = createIdentities({ store, dns, topics, region, now, invite })
  const configurationSets = createConfigurationSets(store, topics)
  const ruleSets = createRuleSets(store, { objects, topics, isVerified: identities.isVerified, now })
  const filters = createFilters(store)
  const send: SesState['send'] = (input) => sender(input)
  const calls = createMailCalls({
    store,
    region,
    now,
    send,
    sendBounceMail: ({ recipient, raw }) => sendOwn('', recipient, raw),
    isVerified: identities.isVerified,
    statistics,
    sendRate,
  })
  const sender = createSend({ region, now, identities, configurationSets, outbox, statistics, sendingEnabled: calls.sendingEnabled })

  const service: Service = queryService(SES, {
    ...identities.actions,
    ...ruleSets.actions,
    ...filters.actions,
    ...configurationSets.actions,
    ...calls.actions,
  })
  const state: SesState = {
    activeRuleSet: () => {
      const set = ruleSets.active()
      return set && { name: set.name, rules: set.rules }
    },
    filters: () => filters.all(),
    isVerified: identities.isVerified,
    send,
    received: async ({ messageId, source, at }) => {
      await received.put(messageId, { source, at })
    },
  }

  let timer: NodeJS.Timeout | undefined
  let checking: Promise<void> = Promise.resolve()
  return {
    service,
    state,
    outbox,
    identities,
    ruleSets,
    start(): void {
      outbox.start()
      for (const { key, value } of received.getRange()) if (now().getTime() - value.at.getTime() > DAY_MS) void received.remove(key)
      timer = setInterval(() => {
        checking = identities.refreshWaiting().catch((err: unknown) => log.error({ err }, 'local SES: verification'))
      }, CHECK_MS).unref()
    },
    async close(): Promise<void> {
      clearInterval(timer)
      await checking
      await outbox.close()
    },
  }
}

const invitation = (address: string, link: string, region: string, at: Date): Buffer =>
  Buffer.from(
    [
      'From: Amazon Web Services <no-reply-aws@amazon.com>',
      `To: ${address}`,
      `Subject: Amazon Web Services - Email Address Verification Request in region ${region}`,
      `Date: ${rfc5322Date(at)}`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Someone asked to send mail from this address. To confirm that it is yours, open:',
      '',
      link,
      '',
    ].join('\r\n'),
  )
