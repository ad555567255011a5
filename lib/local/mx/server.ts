import type { AddressInfo } from 'node:net'
import { domainToASCII } from 'node:url'
import type { ReceiptRule } from '@aws-sdk/client-ses'
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Cloud } from '@/lib/local/aws/contracts'
import { log } from '@/lib/log'
import { certificateFor } from './certificate'
import { applies } from './evaluate'
import { isBlocked } from './filters'
import { Places } from './places'
import { newMessageId } from './message-id'
import { receive, type Reply } from './receive'
import { matchedBy } from './recipients'

/** Mail stored by the S3 action, headers included (SES Developer Guide, quotas). */
const SIZE_LIMIT = 40 * 1024 * 1024
/** Recipients of one SMTP transaction. AWS states 50 for sending and nothing for receiving; the client sends the rest in another. */
const MAX_RECIPIENTS = 50
// Mails above 1 MB are taken in a few at a time: memory stays bounded whatever comes in at once.
const LARGE = 1024 * 1024
const LARGE_AT_ONCE = 4

/** A refusal as smtp-server takes it: the reply code beside the text. */
const refusal = ({ code, text }: Reply): Error => Object.assign(new Error(text), { responseCode: code })
const UNAVAILABLE: Reply = { code: 550, text: '5.1.1 Requested action not taken: mailbox unavailable' }
const LATER: Reply = { code: 451, text: '4.3.0 Requested action aborted: the mail could not be stored, try again later' }

/** The address with its domain in ASCII, as on the wire: the SMTP library hands out the Unicode form. */
function onTheWire({ address }: SMTPServerAddress): string {
  const at = address.lastIndexOf('@')
  if (at < 0) return address
  const domain = address.slice(at + 1)
  return `${address.slice(0, at)}@${domainToASCII(domain) || domain}`
}

function answerFor(cloud: Cloud, rules: ReceiptRule[], session: SMTPServerSession, recipient: string): Reply | undefined {
  if (isBlocked(cloud.ses.filters(), session.remoteAddress)) return { code: 550, text: '5.7.1 Client host blocked by a receipt filter' }
  const domain = recipient.slice(recipient.lastIndexOf('@') + 1)
  if (!recipient.includes('@') || !cloud.ses.isVerified(domain)) return UNAVAILABLE
  const wanted = rules.some((rule) => applies(rule, session.secure) && matchedBy(rule, [recipient]).length > 0)
  return wanted ? undefined : UNAVAILABLE
}

/** Reads DATA whole. Undefined for a mail over the limit, which is read to its end and let go. */
async function collect(stream: SMTPServerDataStream, atLarge: () => Promise<void>): Promise<Buffer | undefined> {
  let chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = chunk as Buffer
    if (size <= LARGE && size + bytes.length > LARGE) await atLarge()
    size += bytes.length
    if (size <= SIZE_LIMIT) chunks.push(bytes)
    else chunks = []
  }
  return size <= SIZE_LIMIT ? Buffer.concat(chunks) : undefined
}

/**
 * Starts the local MX: what SES email receiving does between SMTP and S3/SNS. `port` 0 takes a free one.
 * With `host` on the loopback, XCLIENT lets a test speak for any client address.
 */
export async function startMx(options: {
  cloud: Cloud
  host?: string
  port: number
}): Promise<{ host: string; port: number; close(): Promise<void> }> {
  const { cloud, host = '127.0.0.1' } = options
  const name = `inbound-smtp.${cloud.region}.amazonaws.com`
  const certificate = await certificateFor(cloud, name)
  const places = new Places(LARGE_AT_ONCE)
  // The rules in force at MAIL FROM judge the whole transaction: a set that changes before DATA must not drop an accepted recipient.
  const rulesOf = new WeakMap<SMTPServerSession, ReceiptRule[]>()

  async function takeIn(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Reply> {
    let large = false
    try {
      const raw = await collect(stream, async () => {
        await places.take()
        large = true
      })
      if (!raw) return { code: 552, text: '5.3.4 Message exceeds the fixed maximum message size' }
      const { mailFrom, rcptTo } = session.envelope
      return await receive(cloud, {
        messageId: newMessageId(),
        client: { sender: mailFrom ? onTheWire(mailFrom) : '', ip: session.remoteAddress, helo: session.hostNameAppearsAs || 'unknown' },
        clientName: session.clientHostname.startsWith('[') ? 'unknown' : session.clientHostname,
        recipients: rcptTo.map(onTheWire),
        secure: session.secure,
        rules: rulesOf.get(session) ?? [],
        raw,
      })
    } catch (error) {
      log.error({ err: error }, 'The local MX could not take a mail in; it answered 451.')
      return LATER
    } finally {
      if (large) places.give()
    }
  }

  const server = new SMTPServer({
    name,
    banner: 'Amazon SES inbound (local)',
    size: SIZE_LIMIT,
    rejectOversized: true,
    maxRecipients: MAX_RECIPIENTS,
    maxClients: 256,
    disabledCommands: ['AUTH'],
    authOptional: true,
    maxAllowedUnauthenticatedCommands: false,
    disableReverseLookup: true,
    hideSMTPUTF8: true,
    lenientAddressParsing: true,
    useXClient: host === '127.0.0.1' || host === '::1' || host === 'localhost',
    closeTimeout: 2000,
    key: certificate.key,
    cert: certificate.cert,
    onMailFrom(_address, session, callback) {
      rulesOf.set(session, cloud.ses.activeRuleSet()?.rules ?? [])
      callback()
    },
    onRcptTo(address, session, callback) {
      const refused = answerFor(cloud, rulesOf.get(session) ?? [], session, onTheWire(address))
      callback(refused && refusal(refused))
    },
    onData(stream, session, callback) {
      void takeIn(stream, session).then((reply) => (reply.code < 300 ? callback(null, reply.text) : callback(refusal(reply))))
    },
  })
  // A client that goes away mid-mail is its own trouble; a listener that fails after the start is worth a line.
  server.on('error', (error) => log.debug({ err: error }, 'The local MX lost a connection.'))

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const { port } = server.server.address() as AddressInfo
  return { host, port, close: () => new Promise((resolve) => server.close(() => resolve())) }
}
