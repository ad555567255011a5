import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { GetBucketPolicyCommand, GetPublicAccessBlockCommand } from '@aws-sdk/client-s3'
import { GetIdentityVerificationAttributesCommand } from '@aws-sdk/client-ses'
import { GetSubscriptionAttributesCommand, GetTopicAttributesCommand, ListSubscriptionsByTopicCommand } from '@aws-sdk/client-sns'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Started } from '@/lib/local/aws/started.fixture'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { setUpReceiving } from './setup'

let aws: Started
let db: TestDatabase
beforeAll(async () => {
  aws = await Started.open()
  process.env['LOCAL_AWS_PORT'] = new URL(aws.aws.endpoint).port
  process.env['POSTROOM_DOMAIN'] = 'post.test'
  db = await createTestDatabase()
  db.become('worker')
})
afterAll(async () => {
  await db.drop()
  await aws.close()
})

// Nobody listens there: the subscription stays pending.
const webhookUrl = 'http://127.0.0.1:9/api/webhooks/sns'

it('makes what receiving needs, notes it in the database, and does nothing twice', async () => {
  const first = await setUpReceiving({ webhookUrl })
  const again = await setUpReceiving({ webhookUrl, callsPerSecond: 50 })
  expect(again).toEqual(first)
  const { bucket, topicArn } = first.receiving
  expect(bucket).toMatch(/^postroom-[0-9a-f]{8}-000000000000-us-east-1$/)
  expect(topicArn).toMatch(/^arn:aws:sns:us-east-1:000000000000:postroom-[0-9a-f]{8}-inbound$/)

  const { Policy = '' } = await aws.s3().send(new GetBucketPolicyCommand({ Bucket: bucket }))
  expect(JSON.parse(Policy).Statement).toEqual([
    {
      ...{ Sid: 'PostroomReceivesBySes', Effect: 'Allow', Principal: { Service: 'ses.amazonaws.com' }, Action: 's3:PutObject' },
      Resource: `arn:aws:s3:::${bucket}/*`,
      Condition: {
        StringEquals: { 'AWS:SourceAccount': '000000000000' },
        ArnLike: { 'AWS:SourceArn': 'arn:aws:ses:us-east-1:000000000000:receipt-rule-set/*' },
      },
    },
  ])
  const { PublicAccessBlockConfiguration: block } = await aws.s3().send(new GetPublicAccessBlockCommand({ Bucket: bucket }))
  expect(block).toEqual({ BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true })
  const { Attributes: topic } = await aws.sns().send(new GetTopicAttributesCommand({ TopicArn: topicArn }))
  expect(topic).toMatchObject({ SignatureVersion: '2', Policy: expect.stringContaining('sns:Publish') })

  const settings = await db.owner.query('SELECT key, value FROM platform_setting ORDER BY key')
  expect(settings.rows).toEqual([
    { key: 'platformDomain', value: { name: 'post.test' } },
    { key: 'receiving', value: { bucket, topicArn, prefix: 'inbox' } },
    { key: 'sync', value: { callsPerSecond: 50 } },
  ])
  expect((await db.owner.query('SELECT arn, purpose FROM topic')).rows).toEqual([{ arn: topicArn, purpose: 'inbound' }])
  expect((await db.owner.query('SELECT name FROM pgboss.job')).rows).toEqual([{ name: 'sync-plan' }])
})

it('subscribes the door with patient retries and dead letters, and lets a former address go', async () => {
  const { receiving, subscription } = await setUpReceiving({ webhookUrl })
  const { topicArn: TopicArn } = receiving
  expect(subscription).toBe('pending')
  const all = async () => (await aws.sns().send(new ListSubscriptionsByTopicCommand({ TopicArn }))).Subscriptions ?? []
  expect((await all()).map((s) => s.Endpoint)).toEqual([webhookUrl])
  // As the door would: the token is in the envelope that SNS keeps sending.
  const stored = [...aws.aws.cloud.store.table<{ topicArn: string; confirmed: boolean; attributes: Record<string, string> }>('sns.subscriptions').getRange()]
  const [entry] = stored
  if (!entry) throw new Error('no subscription')
  await aws.aws.cloud.store.table('sns.subscriptions').put(entry.key, { ...entry.value, confirmed: true })
  expect((await setUpReceiving({ webhookUrl })).subscription).toBe('confirmed')
  const { Attributes } = await aws.sns().send(new GetSubscriptionAttributesCommand({ SubscriptionArn: String(entry.key) }))
  expect(JSON.parse(Attributes?.['DeliveryPolicy'] ?? '{}').healthyRetryPolicy).toMatchObject({ numRetries: 50, numNoDelayRetries: 3 })
  expect(Attributes?.['RedrivePolicy']).toContain('-inbound-dead-letters')
  expect(Attributes?.['RawMessageDelivery']).toBe('false')

  const moved = 'http://127.0.0.1:10/api/webhooks/sns'
  await setUpReceiving({ webhookUrl: moved })
  expect((await all()).map((s) => s.Endpoint)).toEqual([moved])
})

it('tells the platform domain’s records: with them in the zone SES verifies it', async () => {
  const { records } = await setUpReceiving({ webhookUrl })
  for (const r of records) await aws.setDns(r.name, r.type, [r.value])
  const { VerificationAttributes } = await aws.ses().send(new GetIdentityVerificationAttributesCommand({ Identities: ['post.test'] }))
  expect(VerificationAttributes?.['post.test']?.VerificationStatus).toBe('Success')
  expect(aws.aws.cloud.ses.isVerified('a@tenant.post.test')).toBe(true)
  expect(await aws.aws.cloud.dns.resolve('tenant.post.test', 'MX')).toEqual([{ exchange: 'inbound-smtp.us-east-1.amazonaws.com', priority: 10 }])
})

it('as a command: says what is done and what is left, or in a sentence what is wrong', async () => {
  const run = (env: Record<string, string>) =>
    promisify(execFile)(process.execPath, ['scripts/run.mjs', 'scripts/aws-setup.ts'], { env: { ...process.env, POSTROOM_DOMAIN: 'post.test', ...env } }).then(
      ({ stdout }) => ({ code: 0, text: stdout }),
      (error: { code: number; stderr: string }) => ({ code: error.code, text: error.stderr }),
    )
  const fine = await run({ DATABASE_URL: db.urls.owner })
  expect(fine).toMatchObject({ code: 0, text: expect.stringContaining('*.post.test  MX  10 inbound-smtp.us-east-1.amazonaws.com') })
  const wrong = await run({ DATABASE_URL: db.urls.owner, AWS_REGION: 'eu-central-2' })
  expect(wrong).toMatchObject({ code: 1, text: expect.stringContaining('SES receives no mail in eu-central-2') })
  expect(wrong.text).toContain('It will not pass by itself')
  expect(await run({ DATABASE_URL: '' })).toMatchObject({ code: 2, text: expect.stringContaining('DATABASE_URL is not set') })
})
