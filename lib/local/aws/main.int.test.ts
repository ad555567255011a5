import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import {
  CreateConfigurationSetCommand,
  CreateConfigurationSetEventDestinationCommand,
  SendRawEmailCommand,
  SESClient,
  VerifyDomainIdentityCommand,
} from '@aws-sdk/client-ses'
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns'
import { CreateQueueCommand, DeleteMessageCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

const root = path.resolve(import.meta.dirname, '..', '..', '..')
let home: string
const running = new Set<ChildProcess>()

interface Ready {
  ready: boolean
  endpoint: string
  smtp: { host: string; port: number }
  dns: { host: string; port: number }
}

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'local-aws-main-'))
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await rm(home, { recursive: true, force: true })
})

function launch(env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'lib/local/aws/main.ts'], {
    cwd: root,
    env: { ...process.env, LOCAL_AWS_PORT: '0', LOCAL_SMTP_PORT: '0', POSTROOM_HOME: home, AWS_REGION: 'us-east-1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

async function ready(child: ChildProcess): Promise<Ready> {
  const { stdout, stderr } = child
  if (!stdout || !stderr) throw new Error('no pipes')
  let said = ''
  stderr.on('data', (chunk) => (said += String(chunk)))
  const ended = once(child, 'close').then(() => {
    throw new Error(`The local AWS ended: ${said}`)
  })
  const told = once(createInterface({ input: stdout }), 'line') as Promise<[string]>
  const [line] = await Promise.race([told, ended])
  ended.catch(() => undefined)
  return JSON.parse(line) as Ready
}

it('says when it is ready, and stops cleanly on SIGTERM and SIGINT', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const child = launch({})
    const told = await ready(child)
    expect(told).toMatchObject({ ready: true, smtp: { host: '127.0.0.1' }, dns: { host: '127.0.0.1' } })
    expect((await fetch(`${told.endpoint}/_local/health`)).status).toBe(200)
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([0, null])
  }
}, 60_000)

it('says in one sentence that a port is taken, and exits with 1', async () => {
  const first = launch({})
  const { endpoint } = await ready(first)
  const port = new URL(endpoint).port
  const second = launch({ LOCAL_AWS_PORT: port, POSTROOM_HOME: path.join(home, 'second') })
  let said = ''
  second.stderr?.on('data', (chunk) => (said += String(chunk)))
  expect(await once(second, 'close')).toEqual([1, null])
  expect(said).toBe(`Port ${port} for the local AWS is taken: stop the program that uses it, or set LOCAL_AWS_PORT to a free port.\n`)
  first.kill('SIGTERM')
  await once(first, 'exit')
}, 60_000)

it('loses no accepted mail and no event when it is killed', async () => {
  const options = (endpoint: string) => ({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  })
  const child = launch({})
  const { endpoint } = await ready(child)
  const ses = new SESClient(options(endpoint))
  const { VerificationToken = '' } = await ses.send(new VerifyDomainIdentityCommand({ Domain: 'kill.test' }))
  await fetch(`${endpoint}/_local/dns`, {
    method: 'PUT',
    body: JSON.stringify({ name: '_amazonses.kill.test', type: 'TXT', values: [VerificationToken] }),
  })
  const { TopicArn } = await new SNSClient(options(endpoint)).send(new CreateTopicCommand({ Name: 'events' }))
  const sqs = new SQSClient(options(endpoint))
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'events' }))
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }))
  await new SNSClient(options(endpoint)).send(
    new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: Attributes?.['QueueArn'], Attributes: { RawMessageDelivery: 'true' } }),
  )
  await ses.send(new CreateConfigurationSetCommand({ ConfigurationSet: { Name: 'set' } }))
  const EventDestination = { Name: 'd', Enabled: true, MatchingEventTypes: ['send' as const], SNSDestination: { TopicARN: TopicArn } }
  await ses.send(new CreateConfigurationSetEventDestinationCommand({ ConfigurationSetName: 'set', EventDestination }))

  const accepted: string[] = []
  const send = async (i: number): Promise<void> => {
    const Data = Buffer.from(`From: a@kill.test\r\nTo: u${i}@x.test\r\n\r\n`)
    const { MessageId } = await ses.send(new SendRawEmailCommand({ RawMessage: { Data }, ConfigurationSetName: 'set' }))
    if (MessageId) accepted.push(MessageId)
  }
  await vi.waitFor(() => send(0), { timeout: 5000 })
  const senders = Array.from({ length: 8 }, async (_, s) => {
    for (let i = 1; ; i++) await send(s * 1000 + i)
  })
  await vi.waitFor(() => expect(accepted.length).toBeGreaterThan(100), { timeout: 20_000 })
  child.kill('SIGKILL')
  await Promise.allSettled(senders)

  const again = launch({})
  const { endpoint: reborn } = await ready(again)
  const { messages } = (await (await fetch(`${reborn}/_aws/ses`)).json()) as { messages: { Id: string }[] }
  const stored = new Set(messages.map((m) => m.Id))
  expect(accepted.filter((id) => !stored.has(id))).toEqual([])

  const told = new Set<string>()
  const queue = new SQSClient(options(reborn))
  while (accepted.some((id) => !told.has(id))) {
    const { Messages = [] } = await queue.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 5 }))
    if (Messages.length === 0) throw new Error(`No more events, but ${accepted.filter((id) => !told.has(id)).length} are missing.`)
    for (const m of Messages) {
      // The first message of an event destination is a plain sentence.
      const id = /"messageId":"([^"]+)"/.exec(m.Body ?? '')?.[1]
      if (id !== undefined) told.add(id)
      await queue.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: m.ReceiptHandle }))
    }
  }
  again.kill('SIGTERM')
  expect(await once(again, 'exit')).toEqual([0, null])
}, 90_000)
