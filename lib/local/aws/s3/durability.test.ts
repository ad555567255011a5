import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Service } from '@/lib/local/aws/contracts'
import { createSqs } from '@/lib/local/aws/sqs/service'
import { Store } from '@/lib/local/aws/store'
import { createS3 } from './service'

const home = mkdtempSync(path.join(tmpdir(), 'local-s3-kill-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

function open() {
  const store = Store.open(path.join(home, 'store'))
  const shared = { store, region: 'eu-west-1', now: () => new Date() }
  const s3 = createS3({ ...shared, dir: path.join(home, 'objects') })
  const sqs = createSqs({ ...shared, endpoint: () => 'http://127.0.0.1:1' })
  return { store, s3, sqs }
}
const call = (service: Service, request: { method: string; path: string; headers?: Record<string, string>; body?: string }) =>
  service({ headers: {}, ...request, query: new URLSearchParams(), body: Buffer.from(request.body ?? ''), region: 'us-east-1' })

it('keeps each object and message that was acknowledged before a kill', { timeout: 60_000 }, async () => {
  const first = open()
  expect((await call(first.s3.service, { method: 'PUT', path: '/mail' })).status).toBe(200)
  const headers = { 'x-amz-target': 'AmazonSQS.CreateQueue' }
  expect((await call(first.sqs.service, { method: 'POST', path: '/', headers, body: '{"QueueName":"kept"}' })).status).toBe(200)
  await first.store.close()

  const args = ['scripts/run.mjs', 'lib/local/aws/s3/child.fixture.ts', home, 'mail', 'arn:aws:sqs:eu-west-1:000000000000:kept']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      if (out.split('\n').length > 100) child.kill('SIGKILL')
    })
    child.on('close', () => resolve())
  })
  const acknowledged = out.split('\n').slice(0, -1)
  expect(acknowledged.length).toBeGreaterThanOrEqual(100)

  const { store, s3, sqs } = open()
  for (const name of acknowledged) expect((await s3.objects.get('mail', name))?.toString()).toBe(name.repeat(500))
  const attributes = JSON.stringify({ QueueUrl: 'http://x/000000000000/kept', AttributeNames: ['ApproximateNumberOfMessages'] })
  const answer = await call(sqs.service, {
    method: 'POST',
    path: '/',
    headers: { 'x-amz-target': 'AmazonSQS.GetQueueAttributes' },
    body: attributes,
  })
  const count = Number(
    (JSON.parse(String(answer.body)) as { Attributes: Record<string, string> }).Attributes['ApproximateNumberOfMessages'],
  )
  expect(count).toBeGreaterThanOrEqual(acknowledged.length)
  expect(count).toBeLessThanOrEqual(acknowledged.length + 1)
  await store.close()
})
