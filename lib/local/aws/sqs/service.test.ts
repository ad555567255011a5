import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SQSClient,
  SendMessageBatchCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  type ReceiveMessageCommandInput,
} from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listen } from '@/lib/local/aws/s3/loopback.fixture'
import { Store } from '@/lib/local/aws/store'
import { createSqs } from './service'

const home = mkdtempSync(path.join(tmpdir(), 'local-sqs-'))
const store = Store.open(path.join(home, 'store'))
let skew = 0
let endpoint = ''
const local = createSqs({ store, endpoint: () => endpoint, region: 'eu-west-1', now: () => new Date(Date.now() + skew) })
let close: () => Promise<void> = async () => {}
let sqs: SQSClient
let QueueUrl = ''
let count = 0

beforeAll(async () => {
  ;({ endpoint, close } = await listen(local.service))
  sqs = new SQSClient({ endpoint, region: 'eu-west-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' }, maxAttempts: 1 })
})
afterAll(async () => {
  sqs.destroy()
  local.close()
  await close()
  await store.close()
  rmSync(home, { recursive: true, force: true })
})
beforeEach(async () => {
  skew = 0
  QueueUrl = await create({})
})

async function create(Attributes: Record<string, string>): Promise<string> {
  const made = await sqs.send(new CreateQueueCommand({ QueueName: `queue-${++count}`, Attributes }))
  return made.QueueUrl ?? ''
}

const send = (MessageBody: string) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }))
const receive = async (input: Partial<ReceiveMessageCommandInput> = {}) =>
  (await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...input }))).Messages ?? []
const attributes = async (url = QueueUrl) =>
  (await sqs.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }))).Attributes ?? {}
const failure = async (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (e: unknown) => (e instanceof Error ? e.name : String(e)),
  )

describe('queues', () => {
  it('are made once, found by name, listed and deleted', async () => {
    const QueueName = QueueUrl.split('/').at(-1) ?? ''
    expect(QueueUrl).toBe(`${endpoint}/000000000000/${QueueName}`)
    expect((await sqs.send(new CreateQueueCommand({ QueueName }))).QueueUrl).toBe(QueueUrl)
    expect(await failure(sqs.send(new CreateQueueCommand({ QueueName, Attributes: { DelaySeconds: '5' } })))).toBe('QueueNameExists')
    expect((await sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl).toBe(QueueUrl)
    expect((await sqs.send(new ListQueuesCommand({ QueueNamePrefix: QueueName }))).QueueUrls).toEqual([QueueUrl])
    expect(await attributes()).toMatchObject({ QueueArn: `arn:aws:sqs:eu-west-1:000000000000:${QueueName}`, VisibilityTimeout: '30' })
    await sqs.send(new DeleteQueueCommand({ QueueUrl }))
    const error: unknown = await sqs.send(new GetQueueUrlCommand({ QueueName })).catch((e: unknown) => e)
    expect(error).toMatchObject({ name: 'QueueDoesNotExist', Code: 'AWS.SimpleQueueService.NonExistentQueue' })
    expect(await failure(send('x'))).toBe('QueueDoesNotExist')
  })

  it('refuse bad attributes', async () => {
    expect(await failure(create({ VisibilityTimeout: '43201' }))).toBe('InvalidAttributeValue')
    expect(await failure(create({ Nonsense: '1' }))).toBe('InvalidAttributeName')
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: 'arn:aws:sqs:eu-west-1:000000000000:none', maxReceiveCount: 1 })
    expect(await failure(create({ RedrivePolicy }))).toBe('InvalidParameterValue')
  })
})

describe('messages', () => {
  it('are received once, hidden, seen again and deleted', async () => {
    const attribute = { kind: { DataType: 'String', StringValue: 'ü' }, raw: { DataType: 'Binary', BinaryValue: Buffer.from([0, 255]) } }
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'Grüße <1>', MessageAttributes: attribute }))
    const [first] = await receive({ MessageAttributeNames: ['All'], MessageSystemAttributeNames: ['All'] })
    expect(first?.Body).toBe('Grüße <1>')
    expect(first?.Attributes?.ApproximateReceiveCount).toBe('1')
    expect(first?.MessageAttributes?.['kind']?.StringValue).toBe('ü')
    expect(Buffer.from(first?.MessageAttributes?.['raw']?.BinaryValue ?? []).toString('hex')).toBe('00ff')
    expect(await receive()).toEqual([])
    expect(await attributes()).toMatchObject({ ApproximateNumberOfMessages: '0', ApproximateNumberOfMessagesNotVisible: '1' })
    skew = 31_000
    const [again] = await receive({ AttributeNames: ['All'] })
    expect([again?.MessageId, again?.Attributes?.ApproximateReceiveCount]).toEqual([first?.MessageId, '2'])
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: first?.ReceiptHandle }))
    expect((await attributes())['ApproximateNumberOfMessagesNotVisible']).toBe('1')
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: again?.ReceiptHandle }))
    expect(await attributes()).toMatchObject({ ApproximateNumberOfMessages: '0', ApproximateNumberOfMessagesNotVisible: '0' })
  })

  it('go back with visibility 0, and with no other handle', async () => {
    await send('again')
    const [message] = await receive()
    const change = (ReceiptHandle: string | undefined) =>
      sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }))
    await change(message?.ReceiptHandle)
    expect(await failure(change(message?.ReceiptHandle))).toBe('MessageNotInflight')
    expect((await receive())[0]?.Body).toBe('again')
    expect(await failure(change('nonsense'))).toBe('ReceiptHandleIsInvalid')
  })

  it('end a long poll as they come', async () => {
    const began = performance.now()
    const poll = receive({ WaitTimeSeconds: 20 })
    const quick = receive({ WaitTimeSeconds: 1 })
    expect(await quick).toEqual([])
    await send('woken')
    expect((await poll)[0]?.Body).toBe('woken')
    expect(performance.now() - began).toBeLessThan(15_000)
    // A hidden message ends it too, when it becomes visible.
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'late', DelaySeconds: 1 }))
    expect((await receive({ WaitTimeSeconds: 20 }))[0]?.Body).toBe('late')
    expect(performance.now() - began).toBeLessThan(18_000)
  })

  it('are given to one receiver each', async () => {
    const bodies = Array.from({ length: 100 }, (_, i) => `m${i}`)
    for (let i = 0; i < 100; i += 10) {
      const Entries = bodies.slice(i, i + 10).map((MessageBody, n) => ({ Id: `${n}`, MessageBody }))
      expect((await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }))).Successful).toHaveLength(10)
    }
    const got = (await Promise.all(Array.from({ length: 25 }, () => receive()))).flat()
    expect(got.map((m) => m.Body).sort()).toEqual([...bodies].sort())
    const Entries = got.slice(0, 10).map((m, i) => ({ Id: `${i}`, ReceiptHandle: m.ReceiptHandle }))
    Entries.splice(9, 1, { Id: 'bad', ReceiptHandle: 'nonsense' })
    const deleted = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }))
    expect([deleted.Successful?.length, deleted.Failed?.[0]?.Code]).toEqual([9, 'ReceiptHandleIsInvalid'])
    await sqs.send(new PurgeQueueCommand({ QueueUrl }))
    expect((await attributes())['ApproximateNumberOfMessagesNotVisible']).toBe('0')
  })

  it('go to the dead-letter queue after maxReceiveCount receives', async () => {
    const dead = await create({})
    const { QueueArn: deadLetterTargetArn } = await attributes(dead)
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount: '2' })
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { RedrivePolicy, VisibilityTimeout: '0' } }))
    await send('poison')
    for (const count of ['1', '2']) {
      const [m] = await receive({ MessageSystemAttributeNames: ['All'], WaitTimeSeconds: 1 })
      expect(m?.Attributes?.ApproximateReceiveCount).toBe(count)
    }
    skew = 10
    expect(await receive()).toEqual([])
    const [m] = await receive({ QueueUrl: dead, MessageSystemAttributeNames: ['All'], WaitTimeSeconds: 1 })
    expect([m?.Body, m?.Attributes?.['DeadLetterQueueSourceArn']]).toEqual(['poison', (await attributes())['QueueArn']])
  })

  it('expire after the retention period, and are refused when too big', async () => {
    await send('old')
    skew = 345_601_000
    expect(await receive()).toEqual([])
    expect(await failure(send('x'.repeat(1_048_577)))).toBe('InvalidParameterValue')
    expect(await failure(send('\u0001'))).toBe('InvalidMessageContents')
    expect(await failure(sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: [] })))).toBe('EmptyBatchRequest')
  })
})
