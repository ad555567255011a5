import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CreateTopicCommand, PublishCommand, SetTopicAttributesCommand, SubscribeCommand, SNSClient } from '@aws-sdk/client-sns'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createCertificates } from '@/lib/aws/sns/certificates'
import { confirmSubscription } from '@/lib/aws/sns/confirm'
import { startLocalAws, type LocalAws } from '@/lib/local/aws/server'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { createReceiver } from './receiver'

// The door against SNS as the local AWS has it: subscribed, confirmed by the SDK, published to with both signature versions.
const home = mkdtempSync(path.join(tmpdir(), 'postroom-sns-'))
let db: TestDatabase
let aws: LocalAws
let sns: SNSClient
let endpoint: string
const statuses: number[] = []
const server = createServer()

beforeAll(async () => {
  db = await createTestDatabase()
  aws = await startLocalAws({ port: 0, home, region: 'us-east-1' })
  process.env['LOCAL_AWS_PORT'] = new URL(aws.endpoint).port
  sns = new SNSClient({ endpoint: aws.endpoint, region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } })
  const receiver = createReceiver({ pool: db.web.pool, certificates: createCertificates({ origin: aws.endpoint }) })
  server.on('request', (request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      void receiver.receive(Buffer.concat(parts)).then(({ status, body }) => {
        statuses.push(status)
        response.writeHead(status).end(body)
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterAll(async () => {
  sns.destroy()
  await aws.close()
  server.close()
  await db.drop()
  rmSync(home, { recursive: true, force: true })
})

const bodies = async () => {
  const { rows } = await db.owner.query<{ body: string }>('SELECT body FROM notification')
  return rows.map((r) => JSON.parse(r.body) as Record<string, string>)
}

it('takes in what SNS sends to a registered topic, and refuses another topic of the same account', async () => {
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'inbound' }))
  await db.owner.query(`INSERT INTO topic (arn, purpose) VALUES ($1, 'inbound')`, [TopicArn])
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'http', Endpoint: endpoint }))
  await vi.waitFor(async () => expect(await bodies()).toHaveLength(1), 10_000)
  const [confirmation] = await bodies()
  expect(confirmation!['Type']).toBe('SubscriptionConfirmation')
  const arn = await confirmSubscription({ topicArn: TopicArn, token: confirmation!['Token']! })
  expect(arn).toMatch(new RegExp(`^${TopicArn}:`))
  expect(await confirmSubscription({ topicArn: TopicArn, token: confirmation!['Token']! })).toBe(arn)

  await sns.send(new PublishCommand({ TopicArn, Message: '{"a":"請求"}', Subject: 'By SHA-1' }))
  await sns.send(new SetTopicAttributesCommand({ TopicArn, AttributeName: 'SignatureVersion', AttributeValue: '2' }))
  await sns.send(new PublishCommand({ TopicArn, Message: '{"b":"ü"}' }))
  await vi.waitFor(async () => expect(await bodies()).toHaveLength(3), 10_000)
  expect((await bodies()).map((b) => b['SignatureVersion']).sort()).toEqual(['1', '1', '2'])
  expect(statuses).toEqual([200, 200, 200])

  const other = await sns.send(new CreateTopicCommand({ Name: 'foreign' }))
  await sns.send(new SubscribeCommand({ TopicArn: other.TopicArn, Protocol: 'http', Endpoint: endpoint }))
  await vi.waitFor(() => expect(statuses).toHaveLength(4), 10_000)
  expect(statuses.at(-1)).toBe(403)
  expect(await bodies()).toHaveLength(3)
})

it('a wrong token is refused for good', async () => {
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'inbound' }))
  await expect(confirmSubscription({ topicArn: TopicArn, token: 'wrong' })).rejects.toMatchObject({ permanence: 'permanent' })
})
