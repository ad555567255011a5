import {
  CreateConfigurationSetCommand,
  CreateConfigurationSetEventDestinationCommand,
  DeleteConfigurationSetCommand,
  DescribeConfigurationSetCommand,
  GetAccountSendingEnabledCommand,
  GetSendQuotaCommand,
  GetSendStatisticsCommand,
  ListConfigurationSetsCommand,
  SendBounceCommand,
  SendEmailCommand,
  SendRawEmailCommand,
  SetIdentityNotificationTopicCommand,
  UpdateAccountSendingEnabledCommand,
  VerifyDomainIdentityCommand,
  type SESClient,
  type SendRawEmailCommandInput,
} from '@aws-sdk/client-ses'
import { CreateTopicCommand, SubscribeCommand } from '@aws-sdk/client-sns'
import { CreateQueueCommand, DeleteMessageCommand, GetQueueAttributesCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { SMTPServer } from 'smtp-server'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { failure, Started } from '@/lib/local/aws/started.fixture'

let started: Started
let ses: SESClient
let queueUrl: string
let topic: string

beforeAll(async () => {
  started = await Started.open()
  ses = started.ses()
  const { VerificationToken = '' } = await ses.send(new VerifyDomainIdentityCommand({ Domain: 'shop.test' }))
  await started.setDns('_amazonses.shop.test', 'TXT', [VerificationToken])
  await vi.waitFor(() => expect(started.aws.cloud.ses.isVerified('shop.test')).toBe(true), { timeout: 5000 })
  topic = (await started.sns().send(new CreateTopicCommand({ Name: 'events' }))).TopicArn ?? ''
  queueUrl = (await started.sqs().send(new CreateQueueCommand({ QueueName: 'events' }))).QueueUrl ?? ''
  const { Attributes } = await started.sqs().send(new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['QueueArn'] }))
  const Endpoint = Attributes?.['QueueArn']
  await started.sns().send(new SubscribeCommand({ TopicArn: topic, Protocol: 'sqs', Endpoint, Attributes: { RawMessageDelivery: 'true' } }))
  await ses.send(new CreateConfigurationSetCommand({ ConfigurationSet: { Name: 'set' } }))
  await ses.send(
    new CreateConfigurationSetEventDestinationCommand({
      ConfigurationSetName: 'set',
      EventDestination: {
        Name: 'sns',
        Enabled: true,
        MatchingEventTypes: ['send', 'delivery', 'bounce', 'complaint'],
        SNSDestination: { TopicARN: topic },
      },
    }),
  )
})
afterAll(() => started.close())

interface SentMessage {
  Id: string
  Timestamp: string
  Source: string
  Destinations: string[]
  RawDataBase64: string
}
const sent = async (query = ''): Promise<SentMessage[]> =>
  ((await (await fetch(`${started.aws.endpoint}/_aws/ses${query}`)).json()) as { messages: SentMessage[] }).messages
const raw = (to: string, more = '') => Buffer.from(`From: Shop <info@shop.test>\r\nTo: ${to}\r\nSubject: Hi\r\n${more}\r\nHello\r\n`)
const send = async (Data: Uint8Array, more: Partial<SendRawEmailCommandInput> = {}) =>
  (await ses.send(new SendRawEmailCommand({ RawMessage: { Data }, ...more }))).MessageId ?? ''

/** Takes that many messages off the queue. */
async function events(count: number): Promise<string[]> {
  const bodies: string[] = []
  while (bodies.length < count) {
    const { Messages = [] } = await started
      .sqs()
      .send(new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 5 }))
    if (Messages.length === 0) throw new Error(`Only ${bodies.length} of ${count} messages came: ${bodies.join()}`)
    for (const m of Messages) {
      bodies.push(m.Body ?? '')
      await started.sqs().send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: m.ReceiptHandle }))
    }
  }
  return bodies
}
type Event = Record<string, unknown> & { eventType?: string; notificationType?: string; mail: Record<string, unknown> }
const eventsOf = async (id: string, count: number): Promise<Event[]> =>
  (await events(count)).map((b) => JSON.parse(b) as Event).filter((e) => e.mail['messageId'] === id)

describe('SendRawEmail', () => {
  it('stores the mail as it leaves SES', async () => {
    const id = await send(raw('b@x.test', 'Bcc: hidden@x.test\r\nMessage-ID: <own@shop.test>\r\n'))
    expect(id).toMatch(/^0100[0-9a-f]{12}-[0-9a-f-]{36}-000000$/)
    const mail = (await sent()).at(-1)
    expect(mail).toMatchObject({ Id: id, Source: 'info@shop.test', Destinations: ['b@x.test', 'hidden@x.test'] })
    const text = Buffer.from(mail?.RawDataBase64 ?? '', 'base64').toString()
    expect(text).toContain(`Message-ID: <${id}@email.amazonses.com>`)
    expect(text).not.toMatch(/hidden|own@shop/)
  })

  it('takes envelope sender and recipients from the call before the header', async () => {
    await send(raw('b@x.test'), { Source: 'bounce@sub.shop.test', Destinations: ['c@x.test'] })
    expect((await sent()).at(-1)).toMatchObject({ Source: 'bounce@sub.shop.test', Destinations: ['c@x.test'] })
  })

  it('publishes Send and Delivery with tags and header', async () => {
    await events(1)
    const id = await send(raw('b@x.test', 'X-SES-MESSAGE-TAGS: a=1\r\n'), {
      ConfigurationSetName: 'set',
      Tags: [{ Name: 'postroom-send', Value: 'claim-1' }],
    })
    const found = await eventsOf(id, 2)
    expect(found.map((e) => e.eventType)).toEqual(['Send', 'Delivery'])
    expect(found[0]).toMatchObject({
      send: {},
      mail: {
        source: 'info@shop.test',
        destination: ['b@x.test'],
        sendingAccountId: '000000000000',
        headersTruncated: false,
        commonHeaders: { from: ['Shop <info@shop.test>'], subject: 'Hi', messageId: `<${id}@email.amazonses.com>` },
        tags: { 'postroom-send': ['claim-1'], a: ['1'], 'ses:configuration-set': ['set'] },
      },
    })
    expect(found[1]?.['delivery']).toMatchObject({ recipients: ['b@x.test'] })
  })

  it('plays the mailbox simulator', async () => {
    const at = (name: string) => `${name}@simulator.amazonses.com`
    const id = await send(raw(['bounce+x', 'complaint', 'success', 'suppressionlist', 'ooto'].map(at).join(', ')), {
      ConfigurationSetName: 'set',
    })
    const found = await eventsOf(id, 8)
    const kinds = found.map((e) =>
      [e.eventType, (e['bounce'] as Record<string, unknown> | undefined)?.['bounceSubType']].filter(Boolean).join('/'),
    )
    expect(kinds.sort()).toEqual([
      'Bounce/General',
      'Bounce/General',
      'Bounce/Suppressed',
      'Complaint',
      'Delivery',
      'Delivery',
      'Delivery',
      'Send',
    ])
    expect(found.find((e) => e.eventType === 'Complaint')?.['complaint']).toMatchObject({
      complaintFeedbackType: 'abuse',
      complainedRecipients: [{ emailAddress: at('complaint') }],
    })
    const { SendDataPoints } = await ses.send(new GetSendStatisticsCommand({}))
    expect(SendDataPoints?.[0]).toMatchObject({ Bounces: 3, Complaints: 1 })
  })

  it("tells the identity's topic of bounces", async () => {
    const set = (SnsTopic: string | undefined) =>
      ses.send(new SetIdentityNotificationTopicCommand({ Identity: 'shop.test', NotificationType: 'Bounce', SnsTopic }))
    await set(topic)
    const id = await send(raw('bounce@simulator.amazonses.com'))
    const [found] = await eventsOf(id, 1)
    expect(found).toMatchObject({
      notificationType: 'Bounce',
      bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'bounce@simulator.amazonses.com', status: '5.1.1' }] },
    })
    expect(found?.mail['headers']).toBeUndefined()
    await set(undefined)
  })

  it('refuses what SES refuses', async () => {
    const from = (address: string) => Buffer.from(`From: ${address}\r\nTo: b@x.test\r\n\r\n`)
    expect(await failure(send(from('a@other.test')))).toBe(
      'MessageRejected: Email address is not verified. The following identities failed the check in region US-EAST-1: a@other.test',
    )
    expect(await failure(send(from('a@other.test'), { Source: 'info@shop.test' }))).toMatch(/^MessageRejected: .*a@other\.test$/)
    const many = Array.from({ length: 51 }, (_, i) => `u${i}@x.test`)
    expect(await failure(send(raw('b@x.test'), { Destinations: many }))).toBe('InvalidParameterValue: Recipient count exceeds 50.')
    expect(await failure(send(raw('b@x.test'), { Destinations: ['no address'] }))).toMatch(/^InvalidParameterValue: /)
    expect(await failure(send(raw('b@x.test'), { ConfigurationSetName: 'none' }))).toBe(
      'ConfigurationSetDoesNotExistException: Configuration set <none> does not exist.',
    )
    expect(await failure(send(raw('b@x.test'), { Tags: [{ Name: 'a b', Value: 'c' }] }))).toMatch(
      /^InvalidParameterValue: Invalid tag name/,
    )
    expect(await failure(send(Buffer.concat([raw('b@x.test'), Buffer.alloc(10 * 1024 * 1024)])))).toMatch(
      /^InvalidParameterValue: Message length is more than/,
    )
    expect(await failure(send(Buffer.from('Subject: x\r\n\r\n')))).toMatch(/^InvalidParameterValue: Missing required header/)
  })
})

it('builds a mail from SendEmail', async () => {
  const Body = { Text: { Data: 'Grüße' }, Html: { Data: '<b>Grüße</b>' } }
  await ses.send(
    new SendEmailCommand({
      Source: 'Shop <info@shop.test>',
      Destination: { ToAddresses: ['b@x.test'], BccAddresses: ['h@x.test'] },
      Message: { Subject: { Data: 'Grüße' }, Body },
    }),
  )
  const mail = (await sent()).at(-1)
  expect(mail?.Destinations).toEqual(['b@x.test', 'h@x.test'])
  expect(Buffer.from(mail?.RawDataBase64 ?? '', 'base64').toString()).toMatch(/multipart\/alternative/)
})

it('answers a received mail with SendBounce, for a day', async () => {
  await started.aws.cloud.ses.received?.({ messageId: 'in-1', source: 'sender@x.test', at: new Date() })
  await started.aws.cloud.ses.received?.({ messageId: 'in-2', source: '', at: new Date() })
  const bounce = (OriginalMessageId: string) =>
    ses.send(
      new SendBounceCommand({
        OriginalMessageId,
        BounceSender: 'mailer-daemon@shop.test',
        BouncedRecipientInfoList: [{ Recipient: 'u@shop.test', BounceType: 'DoesNotExist' }],
      }),
    )
  expect((await bounce('in-1')).MessageId).toBeTruthy()
  const mail = (await sent()).at(-1)
  expect(mail).toMatchObject({ Source: '', Destinations: ['sender@x.test'] })
  expect(Buffer.from(mail?.RawDataBase64 ?? '', 'base64').toString()).toMatch(
    /Final-Recipient: rfc822; u@shop\.test\r\nAction: failed\r\nStatus: 5\.1\.1/,
  )
  expect(await failure(bounce('in-2'))).toMatch(/^MessageRejected/)
  expect(await failure(bounce('unknown'))).toMatch(/^MessageRejected/)
  started.aheadMs = 25 * 3_600_000
  expect(await failure(bounce('in-1'))).toMatch(/^MessageRejected/)
  started.aheadMs = 0
})

it('tells quota, and can be switched off', async () => {
  expect(await ses.send(new GetSendQuotaCommand({}))).toMatchObject({ Max24HourSend: 1_000_000, MaxSendRate: 10_000 })
  await ses.send(new UpdateAccountSendingEnabledCommand({ Enabled: false }))
  expect((await ses.send(new GetAccountSendingEnabledCommand({}))).Enabled).toBe(false)
  expect(await failure(send(raw('b@x.test')))).toMatch(/^AccountSendingPausedException/)
  await ses.send(new UpdateAccountSendingEnabledCommand({ Enabled: true }))
})

it('keeps to the sending rate where that is switched on', async () => {
  const limit = (rate: number | null) =>
    fetch(`${started.aws.endpoint}/_local/throttle`, { method: 'PUT', body: JSON.stringify({ send: rate }) })
  await limit(2)
  expect((await ses.send(new GetSendQuotaCommand({}))).MaxSendRate).toBe(2)
  const results = await Promise.allSettled(Array.from({ length: 5 }, () => send(raw('b@x.test'))))
  expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(2)
  expect(await failure(send(raw('b@x.test')))).toBe('Throttling: Maximum sending rate exceeded.')
  await limit(null)
  await send(raw('b@x.test'))
})

it('keeps configuration sets', async () => {
  const described = await ses.send(
    new DescribeConfigurationSetCommand({ ConfigurationSetName: 'set', ConfigurationSetAttributeNames: ['eventDestinations'] }),
  )
  expect(described.EventDestinations).toEqual([
    { Name: 'sns', Enabled: true, MatchingEventTypes: ['send', 'bounce', 'complaint', 'delivery'], SNSDestination: { TopicARN: topic } },
  ])
  expect(await failure(ses.send(new CreateConfigurationSetCommand({ ConfigurationSet: { Name: 'set' } })))).toMatch(
    /^ConfigurationSetAlreadyExistsException/,
  )
  const destination = (TopicARN: string, Name = 'two') =>
    ses.send(
      new CreateConfigurationSetEventDestinationCommand({
        ConfigurationSetName: 'set',
        EventDestination: { Name, MatchingEventTypes: ['send'], SNSDestination: { TopicARN } },
      }),
    )
  expect(await failure(destination(`${topic}-none`))).toMatch(/^InvalidSNSDestinationException/)
  expect(await failure(destination(topic, 'sns'))).toMatch(/^EventDestinationAlreadyExistsException/)
  await ses.send(new CreateConfigurationSetCommand({ ConfigurationSet: { Name: 'gone' } }))
  await ses.send(new DeleteConfigurationSetCommand({ ConfigurationSetName: 'gone' }))
  expect((await ses.send(new ListConfigurationSetsCommand({}))).ConfigurationSets).toEqual([{ Name: 'set' }])
})

describe('sent mail for programs', () => {
  it('pages by after and limit, oldest first, over a restart', async () => {
    const ids: string[] = []
    for (let i = 0; i < 5; i++) ids.push(await send(raw(`u${i}@x.test`)))
    await started.restart()
    ses = started.ses()
    const [first = '', ...rest] = ids
    expect((await sent(`?after=${first}`)).map((m) => m.Id)).toEqual(rest)
    expect((await sent(`?after=${first}&limit=2`)).map((m) => m.Id)).toEqual(rest.slice(0, 2))
    expect((await sent('?limit=5')).map((m) => m.Id)).toEqual(ids)
    expect((await fetch(`${started.aws.endpoint}/_aws/ses?after=none`)).status).toBe(400)
    expect((await fetch(`${started.aws.endpoint}/_aws/ses?limit=x`)).status).toBe(400)
  })

  it('stores many sent at once in one order', async () => {
    const ids = await Promise.all(Array.from({ length: 50 }, (_, i) => send(raw(`p${i}@x.test`))))
    expect((await sent('?limit=50')).map((m) => m.Id).sort()).toEqual([...ids].sort())
  })
})

it('passes mail on to a relay, and tries again when that is away', async () => {
  const taken: string[] = []
  let away = true
  const relay = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom: (_, __, done) => done(away ? Object.assign(new Error('later'), { responseCode: 451 }) : null),
    onData(stream, session, done) {
      taken.push(session.envelope.rcptTo.map((r) => r.address).join())
      stream.resume().on('end', () => done(null, 'ok'))
      away = false
    },
  })
  relay.listen(0, '127.0.0.1')
  await once(relay.server, 'listening')
  const other = await Started.open({ relay: `smtp://127.0.0.1:${(relay.server.address() as AddressInfo).port}` })
  const { VerificationToken = '' } = await other.ses().send(new VerifyDomainIdentityCommand({ Domain: 'shop.test' }))
  await other.setDns('_amazonses.shop.test', 'TXT', [VerificationToken])
  await vi.waitFor(() => expect(other.aws.cloud.ses.isVerified('shop.test')).toBe(true), { timeout: 5000 })
  await other.ses().send(new SendRawEmailCommand({ RawMessage: { Data: raw('r@x.test, s@x.test') } }))
  away = false
  await vi.waitFor(() => expect(taken).toEqual(['r@x.test,s@x.test']), { timeout: 10_000 })
  await other.close()
  await new Promise<void>((done) => relay.close(() => done()))
})
