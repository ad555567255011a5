import { X509Certificate } from 'node:crypto'
import { CreateBucketCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { CreateTopicCommand, ListSubscriptionsByTopicCommand, PublishCommand, SubscribeCommand } from '@aws-sdk/client-sns'
import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Started } from '@/lib/local/aws/started.fixture'
import { receive } from './receiver.fixture'

let started: Started
let receiver: Awaited<ReturnType<typeof receive>>
beforeAll(async () => {
  started = await Started.open()
})
afterAll(() => started.close())
beforeEach(async () => {
  receiver = await receive()
})
afterEach(() => receiver.close())

describe('behind the one port', () => {
  it('unsigned links and certificates reach SNS', async () => {
    const sns = started.sns()
    const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'links' }))
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'http', Endpoint: receiver.url }))
    const [post] = await receiver.wait(1)
    const { SubscribeURL = '', SigningCertURL = '' } = post?.envelope ?? {}
    expect((await fetch(SubscribeURL)).status).toBe(200)
    const { Subscriptions } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }))
    expect(Subscriptions?.[0]?.SubscriptionArn).toContain(TopicArn)
    const pem = await fetch(started.aws.endpoint + new URL(SigningCertURL).pathname)
    expect(new X509Certificate(await pem.text()).subject).toBe('CN=sns.amazonaws.com')
  })

  it('objects of 64 MiB, HEAD and queues pass, and live through a restart', { timeout: 60_000 }, async () => {
    const body = Buffer.alloc(64 << 20, 'mail')
    const big = { Bucket: 'big-objects', Key: 'raw/1' }
    await started.s3().send(new CreateBucketCommand({ Bucket: big.Bucket }))
    await started.s3().send(new PutObjectCommand({ ...big, Body: body }))
    const { QueueUrl = '' } = await started.sqs().send(new CreateQueueCommand({ QueueName: 'kept' }))
    await started.sqs().send(new SendMessageCommand({ QueueUrl, MessageBody: 'kept' }))
    const { TopicArn } = await started.sns().send(new CreateTopicCommand({ Name: 'kept' }))
    await started.sns().send(new SubscribeCommand({ TopicArn, Protocol: 'http', Endpoint: receiver.url }))
    const [before] = await receiver.wait(1)

    await started.restart()
    expect((await started.s3().send(new HeadObjectCommand(big))).ContentLength).toBe(body.length)
    const got = await started.s3().send(new GetObjectCommand(big))
    expect(body.equals((await got.Body?.transformToByteArray()) ?? Buffer.alloc(0))).toBe(true)
    // The URL holds the old port: the name at its end is what counts.
    const { Messages } = await started.sqs().send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 5 }))
    expect(Messages?.[0]?.Body).toBe('kept')
    await started.sns().send(new SubscribeCommand({ TopicArn, Protocol: 'http', Endpoint: receiver.url }))
    const [, after] = await receiver.wait(2)
    expect(after?.envelope['SigningCertURL']).toBe(before?.envelope['SigningCertURL'])
    await started.sns().send(new PublishCommand({ TopicArn, Message: 'x' }))
  })
})
