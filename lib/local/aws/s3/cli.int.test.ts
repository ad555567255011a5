import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Started } from '@/lib/local/aws/started.fixture'

const run = promisify(execFile)
const cli = await run('aws', ['--version']).then(
  () => true,
  () => false,
)

describe.skipIf(!cli)(cli ? 'the aws CLI' : 'the aws CLI (skipped: there is no `aws` on PATH)', () => {
  let started: Started
  beforeAll(async () => {
    started = await Started.open()
  })
  afterAll(() => started.close())

  const aws = async (...args: string[]): Promise<string> => {
    const settings = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_DEFAULT_REGION: 'us-east-1' }
    // Nobody's own profile has a say here.
    const env = { ...process.env, ...settings, AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' }
    return (await run('aws', ['--endpoint-url', started.aws.endpoint, ...args], { env })).stdout
  }
  const json = async (...args: string[]): Promise<Record<string, unknown>> => JSON.parse(await aws(...args)) as Record<string, unknown>

  it('copies large files, lists, presigns, syncs and removes', { timeout: 300_000 }, async () => {
    const file = path.join(started.home, 'large')
    const back = path.join(started.home, 'back')
    writeFileSync(file, randomBytes(20 << 20))
    await aws('s3', 'mb', 's3://from-the-cli')
    await aws('s3', 'cp', '--quiet', file, 's3://from-the-cli/in/large file')
    await aws('s3', 'cp', '--quiet', 's3://from-the-cli/in/large file', 's3://from-the-cli/in/copy')
    await aws('s3', 'cp', '--quiet', 's3://from-the-cli/in/copy', back)
    expect(readFileSync(back).equals(readFileSync(file))).toBe(true)
    expect(await aws('s3', 'ls', 's3://from-the-cli')).toMatch(/PRE in\//)
    expect(await aws('s3', 'ls', 's3://from-the-cli/in/')).toMatch(/20971520 large file/)
    const signed = await fetch((await aws('s3', 'presign', 's3://from-the-cli/in/large file')).trim())
    expect([signed.status, (await signed.arrayBuffer()).byteLength]).toEqual([200, 20 << 20])
    const folder = path.join(started.home, 'sync')
    await aws('s3', 'sync', '--quiet', 's3://from-the-cli/in', folder)
    expect(readFileSync(path.join(folder, 'large file')).length).toBe(20 << 20)
    expect(await aws('s3', 'sync', 's3://from-the-cli/in', folder)).toBe('')
    await aws('s3', 'rm', '--recursive', 's3://from-the-cli/')
    expect(await aws('s3', 'ls', '--recursive', 's3://from-the-cli')).toBe('')
    await aws('s3', 'rb', 's3://from-the-cli')
  })

  it('publishes to a topic, and receives from its queue', { timeout: 120_000 }, async () => {
    const { TopicArn } = await json('sns', 'create-topic', '--name', 'cli')
    const { QueueUrl } = await json('sqs', 'create-queue', '--queue-name', 'cli')
    const queueArn = 'arn:aws:sqs:us-east-1:000000000000:cli'
    await aws('sns', 'subscribe', '--topic-arn', String(TopicArn), '--protocol', 'sqs', '--notification-endpoint', queueArn)
    const { MessageId } = await json('sns', 'publish', '--topic-arn', String(TopicArn), '--message', 'from the CLI')
    const wait = ['--wait-time-seconds', '10', '--attribute-names', 'All']
    const { Messages } = await json('sqs', 'receive-message', '--queue-url', String(QueueUrl), ...wait)
    const [message] = Messages as { Body: string; Attributes: Record<string, string> }[]
    expect(JSON.parse(message?.Body ?? '')).toMatchObject({ Message: 'from the CLI', MessageId })
    expect(message?.Attributes['ApproximateReceiveCount']).toBe('1')
  })
})
