import { spawn } from 'node:child_process'
import { X509Certificate, verify } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  ConfirmSubscriptionCommand,
  CreateTopicCommand,
  DeleteTopicCommand,
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  ListTagsForResourceCommand,
  ListTopicsCommand,
  PublishBatchCommand,
  PublishCommand,
  SNSClient,
  SetSubscriptionAttributesCommand,
  SetTopicAttributesCommand,
  SubscribeCommand,
  TagResourceCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns'
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listen } from '@/lib/local/aws/s3/loopback.fixture'
import { createSqs } from '@/lib/local/aws/sqs/service'
import { Store } from '@/lib/local/aws/store'
import { receive, type Post } from './receiver.fixture'
import { createSns, type LocalSns } from './service'

const region = 'eu-west-1'
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
const home = mkdtempSync(path.join(tmpdir(), 'local-sns-'))
let store: Store
let skew = 0
const now = (): Date => new Date(Date.now() + skew)
let endpoint = ''
let local: LocalSns
let sns: SNSClient
let sqs: SQSClient
let closers: (() => Promise<void>)[] = []

/** Opens everything on the state in `home`, as a start of the local AWS does. */
async function open(): Promise<void> {
  store = Store.open(path.join(home, 'store'))
  const queues = createSqs({ store, endpoint: () => endpoint, region, now })
  local = createSns({ store, dir: home, endpoint: () => endpoint, region, now, queues: queues.queues, timeoutMs: 2000 })
  const server = await listen((request) =>
    request.headers['x-amz-target'] === undefined ? local.service(request) : queues.service(request),
  )
  endpoint = server.endpoint
  await local.start()
  sns = new SNSClient({ endpoint, region, credentials, maxAttempts: 1 })
  sqs = new SQSClient({ endpoint, region, credentials, maxAttempts: 1 })
  closers = [
    async () => sns.destroy(),
    async () => sqs.destroy(),
    async () => queues.close(),
    server.close,
    () => local.close(),
    () => store.close(),
  ]
}
const shut = async (): Promise<void> => {
  for (const close of closers.splice(0)) await close()
}

let receiver: Awaited<ReturnType<typeof receive>>
let TopicArn = ''
let made = 0

beforeAll(open)
afterAll(async () => {
  await shut()
  rmSync(home, { recursive: true, force: true })
})
beforeEach(async () => {
  skew = 0
  receiver = await receive()
  TopicArn = (await sns.send(new CreateTopicCommand({ Name: `topic-${++made}` }))).TopicArn ?? ''
})
afterEach(() => receiver.close())

const failure = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (e: unknown) => (e instanceof Error ? e.name : String(e)),
  )
const isNotification = (p: Post): boolean => p.headers['x-amz-sns-message-type'] === 'Notification'

/** Subscribes the receiver and confirms; gives the ARN. */
async function subscribed(Attributes: Record<string, string> = {}, AuthenticateOnUnsubscribe = 'false'): Promise<string> {
  const { SubscriptionArn = '' } = await sns.send(
    new SubscribeCommand({ TopicArn, Protocol: 'http', Endpoint: receiver.url, Attributes, ReturnSubscriptionArn: true }),
  )
  const [post] = await receiver.wait(1, (p) => p.envelope['Type'] === 'SubscriptionConfirmation')
  await sns.send(new ConfirmSubscriptionCommand({ TopicArn, Token: post?.envelope['Token'], AuthenticateOnUnsubscribe }))
  return SubscriptionArn
}
const publish = (Message: string, Subject?: string) => sns.send(new PublishCommand({ TopicArn, Message, ...(Subject && { Subject }) }))
const patience = { timeout: 15_000 }
/** What of this topic is not yet delivered. */
const left = () => local.pending().filter((d) => d.topicArn === TopicArn)
const policy = (retries: object): Record<string, string> => ({ DeliveryPolicy: JSON.stringify({ healthyRetryPolicy: retries }) })
const atOnce = (numRetries: number) => policy({ numRetries, numNoDelayRetries: numRetries })

async function certificate(url: string): Promise<X509Certificate> {
  const { host, pathname } = new URL(url)
  expect(host).toBe(`sns.${region}.amazonaws.com`)
  expect(pathname).toMatch(/^\/SimpleNotificationService-[0-9a-f]{32}\.pem$/)
  return new X509Certificate(await (await fetch(endpoint + pathname)).text())
}

/** By AWS's documentation, apart from the code under test. */
async function isGenuine(e: Record<string, string>): Promise<boolean> {
  const names =
    e['Type'] === 'Notification'
      ? ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']
      : ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type']
  const text = names
    .filter((n) => e[n] !== undefined)
    .map((n) => `${n}\n${e[n]}\n`)
    .join('')
  const hash = e['SignatureVersion'] === '2' ? 'RSA-SHA256' : 'RSA-SHA1'
  const { publicKey } = await certificate(e['SigningCertURL'] ?? '')
  return verify(hash, Buffer.from(text), publicKey, Buffer.from(e['Signature'] ?? '', 'base64'))
}

describe('topics', () => {
  it('are made once, and hold their attributes and tags', async () => {
    expect(TopicArn).toBe(`arn:aws:sns:eu-west-1:000000000000:topic-${made}`)
    expect((await sns.send(new CreateTopicCommand({ Name: `topic-${made}` }))).TopicArn).toBe(TopicArn)
    expect(await failure(sns.send(new CreateTopicCommand({ Name: 'a b' })))).toBe('InvalidParameterException')
    const set = (AttributeName: string, AttributeValue: string) =>
      sns.send(new SetTopicAttributesCommand({ TopicArn, AttributeName, AttributeValue }))
    await set('SignatureVersion', '2')
    await set('KmsMasterKeyId', 'alias/x')
    expect(await failure(set('SignatureVersion', '3'))).toBe('InvalidParameterException')
    expect(await failure(set('Policy', 'x'))).toBe('InvalidParameterException')
    const { Attributes } = await sns.send(new GetTopicAttributesCommand({ TopicArn }))
    expect(Attributes).toMatchObject({
      SignatureVersion: '2',
      KmsMasterKeyId: 'alias/x',
      SubscriptionsConfirmed: '0',
      Owner: '000000000000',
    })
    await sns.send(new TagResourceCommand({ ResourceArn: TopicArn, Tags: [{ Key: 'a', Value: 'b' }] }))
    expect((await sns.send(new ListTagsForResourceCommand({ ResourceArn: TopicArn }))).Tags).toEqual([{ Key: 'a', Value: 'b' }])
  })

  it('that are not ours are refused', async () => {
    const attributes = (arn: string) => sns.send(new GetTopicAttributesCommand({ TopicArn: arn }))
    expect(await failure(attributes(`${TopicArn}x`))).toBe('NotFoundException')
    expect(await failure(attributes(TopicArn.replace('000000000000', '111111111111')))).toBe('AuthorizationErrorException')
    expect(await failure(attributes('nonsense'))).toBe('InvalidParameterException')
    await sns.send(new DeleteTopicCommand({ TopicArn }))
    expect(await failure(publish('x'))).toBe('NotFoundException')
    expect(local.topics.exists(TopicArn)).toBe(false)
    await expect(local.topics.publish({ topicArn: TopicArn, message: 'x' })).rejects.toMatchObject({ code: 'NotFound', status: 404 })
  })

  it('are listed by the hundred', async () => {
    await Promise.all(Array.from({ length: 105 }, (_, i) => sns.send(new CreateTopicCommand({ Name: `many-${i}` }))))
    const first = await sns.send(new ListTopicsCommand({}))
    const second = await sns.send(new ListTopicsCommand({ NextToken: first.NextToken }))
    const all = [...(first.Topics ?? []), ...(second.Topics ?? [])].map((t) => t.TopicArn)
    expect(first.Topics).toHaveLength(100)
    expect(new Set(all).size).toBe(all.length)
    expect(all.filter((a) => a?.includes(':many-'))).toHaveLength(105)
  })
})

describe('subscriptions', () => {
  it('get nothing before they confirm; then signed envelopes with AWS headers', async () => {
    const answer = await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'http', Endpoint: receiver.url }))
    expect(answer.SubscriptionArn).toBe('pending confirmation')
    const [asked] = await receiver.wait(1)
    expect(asked?.headers).toMatchObject({
      'x-amz-sns-message-type': 'SubscriptionConfirmation',
      'x-amz-sns-topic-arn': TopicArn,
      'content-type': 'text/plain; charset=UTF-8',
      'user-agent': 'Amazon Simple Notification Service Agent',
    })
    expect(asked?.headers['x-amz-sns-subscription-arn']).toBeUndefined()
    const confirmation = asked?.envelope ?? {}
    expect(await isGenuine(confirmation)).toBe(true)
    expect(await isGenuine({ ...confirmation, SubscribeURL: 'http://elsewhere/' })).toBe(false)
    await publish('too early')
    const list = async () =>
      (await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }))).Subscriptions?.map((s) => s.SubscriptionArn)
    expect(await list()).toEqual(['PendingConfirmation'])
    expect(await failure(sns.send(new ConfirmSubscriptionCommand({ TopicArn, Token: 'wrong' })))).toBe('InvalidParameterException')

    // The link in the envelope works without credentials, as it does in a browser.
    const confirmed = await fetch(confirmation['SubscribeURL'] ?? '')
    expect(await confirmed.text()).toContain('<SubscriptionArn>')
    const [arn = ''] = (await list()) ?? []
    const { Attributes } = await sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn: arn }))
    expect(Attributes).toMatchObject({ PendingConfirmation: 'false', ConfirmationWasAuthenticated: 'false', Endpoint: receiver.url })

    const { MessageId } = await publish('Grüße\n"1" <&>', 'On time')
    const [post] = await receiver.wait(1, isNotification)
    expect(post?.headers).toMatchObject({
      'x-amz-sns-message-id': MessageId,
      'x-amz-sns-subscription-arn': arn,
      'x-amz-sns-topic-arn': TopicArn,
    })
    expect(post?.envelope).toMatchObject({ Type: 'Notification', MessageId, TopicArn, Subject: 'On time', Message: 'Grüße\n"1" <&>' })
    expect(post?.envelope['UnsubscribeURL']).toContain('Action=Unsubscribe')
    expect(receiver.posts.filter(isNotification)).toHaveLength(1)
  })

  it('are signed by version 1 and 2, with and without Subject', async () => {
    await subscribed()
    for (const AttributeValue of ['1', '2']) {
      await sns.send(new SetTopicAttributesCommand({ TopicArn, AttributeName: 'SignatureVersion', AttributeValue }))
      for (const subject of [undefined, 'Betreff']) {
        const { MessageId } = await publish('text', subject)
        const [post] = await receiver.wait(1, (p) => p.envelope['MessageId'] === MessageId)
        const envelope = post?.envelope ?? {}
        expect([envelope['SignatureVersion'], 'Subject' in envelope]).toEqual([AttributeValue, subject !== undefined])
        expect(await isGenuine(envelope)).toBe(true)
        for (const name of ['Message', 'MessageId', 'Timestamp', 'TopicArn', ...(subject ? ['Subject'] : [])]) {
          expect(await isGenuine({ ...envelope, [name]: `${envelope[name]}.` }), name).toBe(false)
        }
        expect(await isGenuine({ ...envelope, SignatureVersion: AttributeValue === '1' ? '2' : '1' })).toBe(false)
      }
    }
    const { subject } = await certificate(receiver.posts.at(-1)?.envelope['SigningCertURL'] ?? '')
    expect(subject).toBe('CN=sns.amazonaws.com')
    expect(statSync(path.join(home, 'sns-signing.pem')).mode & 0o777).toBe(0o600)
    expect((await fetch(`${endpoint}/SimpleNotificationService-${'0'.repeat(32)}.pem`)).status).toBe(404)
  })

  it('end with a signed call only, where that was asked for, and are told how to come back', async () => {
    const SubscriptionArn = await subscribed({}, 'true')
    const link = `${endpoint}/?Action=Unsubscribe&SubscriptionArn=${encodeURIComponent(SubscriptionArn)}`
    const refused = await fetch(link)
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('AuthorizationError')])
    await sns.send(new UnsubscribeCommand({ SubscriptionArn }))
    const [post] = await receiver.wait(1, (p) => p.envelope['Type'] === 'UnsubscribeConfirmation')
    expect(await isGenuine(post?.envelope ?? {})).toBe(true)
    expect(await failure(sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn })))).toBe('NotFoundException')
    const again = await sns.send(new ConfirmSubscriptionCommand({ TopicArn, Token: post?.envelope['Token'] }))
    expect(again.SubscriptionArn).toBe(SubscriptionArn)
    const { MessageId } = await publish('back')
    await receiver.wait(1, (p) => p.envelope['MessageId'] === MessageId)
    // Without AuthenticateOnUnsubscribe the link in the envelope is enough.
    expect((await fetch(link)).status).toBe(200)
  })

  it('lapse with their token after two days', async () => {
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'http', Endpoint: receiver.url }))
    const [post] = await receiver.wait(1)
    skew = 2 * 86_400_000 + 1
    expect(await failure(sns.send(new ConfirmSubscriptionCommand({ TopicArn, Token: post?.envelope['Token'] })))).toBe(
      'InvalidParameterException',
    )
    expect((await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }))).Subscriptions ?? []).toEqual([])
  })

  it('of one endpoint are one; other attributes and endpoints are refused', async () => {
    const SubscriptionArn = await subscribed()
    const subscribe = (input: object) =>
      sns.send(new SubscribeCommand({ TopicArn, Protocol: 'http', Endpoint: receiver.url, ReturnSubscriptionArn: true, ...input }))
    expect((await subscribe({})).SubscriptionArn).toBe(SubscriptionArn)
    expect(await failure(subscribe({ Attributes: { RawMessageDelivery: 'true' } }))).toBe('InvalidParameterException')
    expect(await failure(subscribe({ Protocol: 'https' }))).toBe('InvalidParameterException')
    expect(await failure(subscribe({ Protocol: 'fax', Endpoint: '1' }))).toBe('InvalidParameterException')
    expect(await failure(subscribe({ Endpoint: 'http://127.0.0.1:1/', Attributes: { DeliveryPolicy: '{' } }))).toBe(
      'InvalidParameterException',
    )
  })

  it('may be raw', async () => {
    const SubscriptionArn = await subscribed()
    await sns.send(new SetSubscriptionAttributesCommand({ SubscriptionArn, AttributeName: 'RawMessageDelivery', AttributeValue: 'true' }))
    await publish('bare')
    const [post] = await receiver.wait(1, (p) => p.headers['x-amz-sns-rawdelivery'] === 'true')
    expect(post?.body).toBe('bare')
  })
})

describe('publishing', () => {
  it('refuses what AWS refuses', async () => {
    expect(await failure(publish(''))).toBe('InvalidParameterException')
    expect(await failure(publish('x'.repeat(262_145)))).toBe('InvalidParameterException')
    expect((await publish('x'.repeat(262_144))).MessageId).toBeDefined()
    expect(await failure(publish('x', 'two\nlines'))).toBe('InvalidParameterException')
    expect(await failure(publish('x', 'x'.repeat(101)))).toBe('InvalidParameterException')
    const batch = (count: number, Message = 'x') =>
      sns.send(
        new PublishBatchCommand({
          TopicArn,
          PublishBatchRequestEntries: Array.from({ length: count }, (_, i) => ({ Id: `${i}`, Message })),
        }),
      )
    expect(await failure(batch(11))).toBe('TooManyEntriesInBatchRequestException')
    expect(await failure(batch(2, 'x'.repeat(131_073)))).toBe('BatchRequestTooLongException')
    expect((await batch(10)).Successful).toHaveLength(10)
  })

  it('gives attributes, and a text for each protocol', async () => {
    await subscribed()
    const Message = JSON.stringify({ default: 'usual', http: 'for http' })
    const MessageAttributes = { kind: { DataType: 'String', StringValue: 'a' } }
    const { MessageId } = await sns.send(new PublishCommand({ TopicArn, Message, MessageStructure: 'json', MessageAttributes }))
    const [post] = await receiver.wait(1, (p) => p.envelope['MessageId'] === MessageId)
    expect(post?.envelope).toMatchObject({ Message: 'for http', MessageAttributes: { kind: { Type: 'String', Value: 'a' } } })
    expect(await isGenuine(post?.envelope ?? {})).toBe(true)
  })

  it('delivers many at once over connections that are kept', async () => {
    await subscribed()
    const before = receiver.sockets()
    await Promise.all(Array.from({ length: 300 }, (_, i) => local.topics.publish({ topicArn: TopicArn, message: `m${i}` })))
    const posts = await receiver.wait(300, isNotification)
    expect(new Set(posts.map((p) => p.envelope['Message'])).size).toBe(300)
    expect(receiver.sockets() - before).toBeLessThanOrEqual(64)
  })
})

describe('deliveries', () => {
  it.each([500, 503, 429])('are made again after %i, with the same id', async (status) => {
    await subscribed(atOnce(5))
    let tries = 0
    receiver.answer = () => (++tries < 4 ? status : 200)
    const { MessageId } = await publish('again')
    const posts = await receiver.wait(4, isNotification)
    expect(posts.map((p) => p.headers['x-amz-sns-message-id'])).toEqual([MessageId, MessageId, MessageId, MessageId])
    expect(new Set(posts.map((p) => p.body)).size).toBe(1)
    await expect.poll(() => left().length, patience).toBe(0)
  })

  it.each([400, 403, 404, 302])('end with %i', async (status) => {
    await subscribed(atOnce(5))
    receiver.answer = () => status
    await publish('once')
    await receiver.wait(1, isNotification)
    await expect.poll(() => left().length, patience).toBe(0)
    expect(receiver.posts.filter(isNotification)).toHaveLength(1)
  })

  it('are made again after a time-out and a broken connection', async () => {
    await subscribed(atOnce(3))
    let tries = 0
    receiver.answer = () => (++tries < 2 ? undefined : 200)
    await publish('slow')
    await receiver.wait(2, isNotification)
    await expect.poll(() => left().length, patience).toBe(0)
    await receiver.close()
    await publish('nobody there')
    await expect.poll(() => left().length, patience).toBe(0)
  })

  it('are made again at once where a kept connection has just been closed', async () => {
    await subscribed()
    await publish('one')
    await receiver.wait(1, isNotification)
    await expect.poll(() => left().length, patience).toBe(0)
    let cut = 0
    receiver.answer = () => (++cut === 1 ? 'cut' : 200)
    const { MessageId } = await publish('two')
    await receiver.wait(2, (p) => p.envelope['MessageId'] === MessageId)
    await expect.poll(() => left().length, patience).toBe(0)
  })

  it('wait 20 s by default, and are due at once when hurried', async () => {
    await subscribed()
    let tries = 0
    receiver.answer = () => (++tries < 2 ? 500 : 200)
    await publish('later')
    await receiver.wait(1, isNotification)
    await expect.poll(() => left()[0]?.attempts, patience).toBe(1)
    const [waiting] = left()
    expect((waiting?.due ?? 0) - Date.now()).toBeGreaterThan(10_000)
    expect((waiting?.due ?? 0) - Date.now()).toBeLessThanOrEqual(20_000)
    local.hurry()
    await receiver.wait(2, isNotification)
    await expect.poll(() => left().length, patience).toBe(0)
  })

  it('of one dead endpoint delay no other', async () => {
    const live = receiver
    await subscribed()
    receiver = await receive()
    await subscribed(policy({ numRetries: 100, minDelayTarget: 30, maxDelayTarget: 30 }))
    receiver.answer = () => undefined
    await Promise.all(Array.from({ length: 100 }, (_, i) => local.topics.publish({ topicArn: TopicArn, message: `m${i}` })))
    await live.wait(100, isNotification)
    expect(left().length).toBeGreaterThanOrEqual(100)
    await live.close()
  })

  it('keep to maxReceivesPerSecond', async () => {
    await subscribed({ DeliveryPolicy: JSON.stringify({ throttlePolicy: { maxReceivesPerSecond: 20 } }) })
    await Promise.all(Array.from({ length: 11 }, (_, i) => local.topics.publish({ topicArn: TopicArn, message: `m${i}` })))
    const posts = await receiver.wait(11, isNotification)
    // Ten gaps of 50 ms; the clocks of sender and receiver tick apart.
    expect((posts.at(-1)?.at ?? 0) - (posts[0]?.at ?? 0)).toBeGreaterThan(400)
  })

  it('that a filter policy keeps out are not made', async () => {
    await subscribed({ FilterPolicy: JSON.stringify({ kind: ['wanted'] }) })
    const send = (StringValue: string) =>
      sns.send(new PublishCommand({ TopicArn, Message: StringValue, MessageAttributes: { kind: { DataType: 'String', StringValue } } }))
    await send('other')
    await publish('none')
    await send('wanted')
    const [post] = await receiver.wait(1, isNotification)
    expect(post?.envelope['Message']).toBe('wanted')
    expect(left().filter((d) => !d.body.includes('wanted'))).toEqual([])
  })

  it('that are given up go to the dead-letter queue', async () => {
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: `dead-${made}` }))
    const deadLetterTargetArn = `arn:aws:sqs:eu-west-1:000000000000:dead-${made}`
    await subscribed({ ...atOnce(2), RedrivePolicy: JSON.stringify({ deadLetterTargetArn }) })
    receiver.answer = () => 500
    const { MessageId } = await publish('undelivered')
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 10 }))
    const envelope = JSON.parse(Messages?.[0]?.Body ?? '{}') as Record<string, string>
    expect(receiver.posts.filter(isNotification)).toHaveLength(3)
    expect(envelope['MessageId']).toBe(MessageId)
    expect(await isGenuine(envelope)).toBe(true)
    receiver.answer = () => 404
    await publish('refused')
    const next = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 10 }))
    expect(JSON.parse(next.Messages?.[0]?.Body ?? '{}')).toMatchObject({ Message: 'refused' })
  })

  it('to a queue hold the envelope, or the bare message', async () => {
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: `queue-${made}` }))
    const Endpoint = `arn:aws:sqs:eu-west-1:000000000000:queue-${made}`
    const { SubscriptionArn } = await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint }))
    const { MessageId } = await publish('to a queue')
    const one = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 10 }))
    const envelope = JSON.parse(one.Messages?.[0]?.Body ?? '{}') as Record<string, string>
    expect(envelope['MessageId']).toBe(MessageId)
    expect(await isGenuine(envelope)).toBe(true)
    await sns.send(new SetSubscriptionAttributesCommand({ SubscriptionArn, AttributeName: 'RawMessageDelivery', AttributeValue: 'true' }))
    await sns.send(new PublishCommand({ TopicArn, Message: 'bare', MessageAttributes: { a: { DataType: 'String', StringValue: '1' } } }))
    const two = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 10, MessageAttributeNames: ['All'] }))
    expect(two.Messages?.[0]).toMatchObject({ Body: 'bare', MessageAttributes: { a: { StringValue: '1' } } })
  })

  it('under way at a stop are made again after the next start, and not counted', async () => {
    await subscribed()
    receiver.answer = () => undefined
    const { MessageId } = await publish('interrupted')
    await receiver.wait(1, isNotification)
    await shut()
    receiver.answer = () => 200
    await open()
    const posts = await receiver.wait(2, isNotification)
    expect(posts.map((p) => p.envelope['MessageId'])).toEqual([MessageId, MessageId])
    await expect.poll(() => left().length, patience).toBe(0)
  })

  it('survive a kill: what was published is delivered after the next start', { timeout: 60_000 }, async () => {
    await subscribed()
    await shut()
    const child = spawn(process.execPath, ['scripts/run.mjs', 'lib/local/aws/sns/child.fixture.ts', home, TopicArn, '50'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ids = await new Promise<string[]>((resolve, reject) => {
      let out = ''
      child.on('error', reject)
      child.on('exit', (code) => reject(new Error(`the child ended with ${code}`)))
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString()
        if (!out.endsWith('\n')) return
        child.removeAllListeners('exit')
        child.on('exit', () => resolve(JSON.parse(out) as string[]))
        child.kill('SIGKILL')
      })
    })
    expect(receiver.posts.filter(isNotification)).toHaveLength(0)
    await open()
    const posts = await receiver.wait(50, isNotification)
    expect(posts.map((p) => p.envelope['MessageId']).sort()).toEqual([...ids].sort())
    for (const { envelope } of posts.slice(0, 3)) expect(await isGenuine(envelope)).toBe(true)
    await expect.poll(() => left().length, patience).toBe(0)
  })
})
