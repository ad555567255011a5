import MailComposer from 'nodemailer/lib/mail-composer'
import { AwsError, type Action } from '@/lib/local/aws/protocol'
import type { SesState } from '@/lib/local/aws/contracts'
import type { Store } from '@/lib/local/aws/store'
import { bounceMail } from './bounce-mail'
import { flag, required, strings, structure, structures, text, type Input } from './input'
import type { createStatistics } from './statistics'

/** SDK SendBounce: a bounce may follow its mail by a day at most. */
const BOUNCE_HOURS = 24

/** What SendBounce must know of a mail that was received. */
export interface Received {
  source: string
  at: Date
}

/** The calls that send, and those that tell of sending. */
export function createMailCalls(parts: {
  store: Store
  region: string
  now: () => Date
  send: SesState['send']
  sendBounceMail: (input: { recipient: string; raw: Buffer }) => Promise<string>
  isVerified: SesState['isVerified']
  statistics: ReturnType<typeof createStatistics>
  sendRate: () => number
}) {
  const { store, region, now, send, statistics } = parts
  const received = store.table<Received>('ses.received')
  const account = store.table<string>('ses.account')
  const sendingEnabled = () => account.get('sending') !== 'off'

  const actions: Record<string, Action> = {
    SendRawEmail: async (input) => {
      const raw = Buffer.from(required(structure(input, 'RawMessage'), 'Data'), 'base64')
      const MessageId = await send({
        source: text(input, 'Source') ?? '',
        destinations: strings(input['Destinations']),
        raw,
        tags: readTags(input),
        configurationSet: text(input, 'ConfigurationSetName'),
      })
      return { MessageId }
    },

    SendEmail: async (input) => {
      const source = required(input, 'Source')
      const destination = structure(input, 'Destination')
      const [to, cc, bcc] = [strings(destination['ToAddresses']), strings(destination['CcAddresses']), strings(destination['BccAddresses'])]
      const message = structure(input, 'Message')
      const body = structure(message, 'Body')
      const html = text(structure(body, 'Html'), 'Data')
      const plain = text(structure(body, 'Text'), 'Data')
      if (html === undefined && plain === undefined) throw new AwsError('InvalidParameterValue', 'Message body must have Text or Html.')
      const raw = await new MailComposer({
        from: source,
        to,
        cc,
        replyTo: strings(input['ReplyToAddresses']),
        subject: required(structure(message, 'Subject'), 'Data'),
        html,
        text: plain,
      })
        .compile()
        .build()
      const MessageId = await send({
        source: text(input, 'ReturnPath') ?? source,
        destinations: [...to, ...cc, ...bcc],
        raw,
        tags: readTags(input),
        configurationSet: text(input, 'ConfigurationSetName'),
      })
      return { MessageId }
    },

    SendBounce: async (input) => {
      const original = required(input, 'OriginalMessageId')
      const sender = required(input, 'BounceSender')
      const bounced = structures(input['BouncedRecipientInfoList'])
      if (bounced.length === 0) throw new AwsError('InvalidParameterValue', 'BouncedRecipientInfoList is required.')
      const mail = original.length <= 200 ? received.get(original) : undefined
      if (!mail || now().getTime() - mail.at.getTime() > BOUNCE_HOURS * 3_600_000)
        throw new AwsError('MessageRejected', `Message <${original}> was not received within the last ${BOUNCE_HOURS} hours.`)
      if (!parts.isVerified(sender)) throw new AwsError('MessageRejected', `Email address is not verified: ${sender}`)
      // A mail with a null reverse-path gets no bounce (RFC 5321 §4.5.5).
      if (mail.source === '') throw new AwsError('MessageRejected', `Message <${original}> has no return path.`)
      const raw = bounceMail({
        to: mail.source,
        sender,
        explanation: text(input, 'Explanation'),
        bounced: bounced.map(readBounced),
        region,
        at: now(),
      })
      return { MessageId: await parts.sendBounceMail({ recipient: mail.source, raw }) }
    },

    GetSendQuota: () => ({ Max24HourSend: 1_000_000, MaxSendRate: parts.sendRate(), SentLast24Hours: statistics.sentLast24Hours() }),
    GetSendStatistics: () => ({ SendDataPoints: statistics.points() }),
    GetAccountSendingEnabled: () => ({ Enabled: sendingEnabled() }),
    UpdateAccountSendingEnabled: async (input) => {
      await account.put('sending', flag(input, 'Enabled') ? 'on' : 'off')
      return {}
    },
  }
  return { actions, sendingEnabled }
}

const readTags = (input: Input) => structures(input['Tags']).map((t) => ({ Name: text(t, 'Name') ?? '', Value: text(t, 'Value') ?? '' }))

function readBounced(input: Input) {
  const dsn = structure(input, 'RecipientDsnFields')
  const type = text(input, 'BounceType') ?? 'Undefined'
  const { status, diagnostic } = presets[type] ?? { status: '5.0.0', diagnostic: 'smtp; 550 5.0.0 undefined' }
  return {
    recipient: required(input, 'Recipient'),
    action: text(dsn, 'Action') ?? 'failed',
    status: text(dsn, 'Status') ?? status,
    diagnostic: text(dsn, 'DiagnosticCode') ?? diagnostic,
  }
}

const presets: Record<string, { status: string; diagnostic: string }> = {
  DoesNotExist: { status: '5.1.1', diagnostic: 'smtp; 550 5.1.1 mailbox does not exist' },
  MessageTooLarge: { status: '5.3.4', diagnostic: 'smtp; 552 5.3.4 message too large' },
  ExceededQuota: { status: '5.2.2', diagnostic: 'smtp; 552 5.2.2 mailbox full' },
  ContentRejected: { status: '5.6.1', diagnostic: 'smtp; 500 5.6.1 message content rejected' },
  TemporaryFailure: { status: '4.0.0', diagnostic: 'smtp; 450 4.0.0 temporary failure' },
}
