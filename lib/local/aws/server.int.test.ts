import { request } from 'node:http'
import { connect } from 'node:net'
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3'
import {
  CreateReceiptRuleCommand,
  CreateReceiptRuleSetCommand,
  ListReceiptRuleSetsCommand,
  SetActiveReceiptRuleSetCommand,
  VerifyDomainIdentityCommand,
} from '@aws-sdk/client-ses'
import { CreateTopicCommand } from '@aws-sdk/client-sns'
import { CreateQueueCommand } from '@aws-sdk/client-sqs'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import nodemailer from 'nodemailer'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startLocalAws } from './server'
import { failure, Started } from './started.fixture'

let started: Started
beforeAll(async () => {
  started = await Started.open({ smtpPort: 0 })
})
afterAll(() => started.close())

const at = (path: string) => `${started.aws.endpoint}${path}`
const port = () => Number(new URL(started.aws.endpoint).port)
const put = (path: string, body: unknown) => fetch(at(path), { method: 'PUT', body: JSON.stringify(body) })

/** A request with headers of one's own; `fetch` sets Host itself. */
const raw = (path: string, headers: Record<string, string>, method = 'GET', body = ''): Promise<number> =>
  new Promise((resolve, reject) => {
    const out = request({ host: '127.0.0.1', port: port(), path, method, headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    out.on('error', reject)
    out.end(body)
  })

it('takes a mail from SMTP to the bucket by the active rule set', async () => {
  const ses = started.ses()
  const { VerificationToken = '' } = await ses.send(new VerifyDomainIdentityCommand({ Domain: 'in.test' }))
  await put('/_local/dns', { name: '_amazonses.in.test', type: 'TXT', values: [VerificationToken] })
  await vi.waitFor(() => expect(started.aws.cloud.ses.isVerified('in.test')).toBe(true), { timeout: 5000 })
  await started.s3().send(new CreateBucketCommand({ Bucket: 'inbox' }))
  await ses.send(new CreateReceiptRuleSetCommand({ RuleSetName: 'set' }))
  const Actions = [{ S3Action: { BucketName: 'inbox', ObjectKeyPrefix: 'mail' } }]
  await ses.send(
    new CreateReceiptRuleCommand({
      RuleSetName: 'set',
      Rule: { Name: 'r', Enabled: true, ScanEnabled: true, Recipients: ['in.test'], Actions },
    }),
  )
  await ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: 'set' }))

  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port: started.aws.smtp?.port,
    secure: false,
    tls: { rejectUnauthorized: false },
  })
  await transport.sendMail({ from: 'a@x.test', to: 'user@in.test', subject: 'through', text: 'body' })
  await expect(transport.sendMail({ from: 'a@x.test', to: 'user@elsewhere.test', subject: 's', text: 't' })).rejects.toThrow(/550/)
  const { Contents = [] } = await started.s3().send(new ListObjectsV2Command({ Bucket: 'inbox', Prefix: 'mail/' }))
  const Key = Contents.map((c) => c.Key ?? '').find((k) => !k.endsWith('AMAZON_SES_SETUP_NOTIFICATION'))
  const object = await started.s3().send(new GetObjectCommand({ Bucket: 'inbox', Key }))
  expect(await object.Body?.transformToString()).toMatch(/^Return-Path: <a@x\.test>[^]*Subject: through/)
})

describe('the front', () => {
  it('finds services by the signature, and says which it has', async () => {
    const identity = await new STSClient(started.clientOptions).send(new GetCallerIdentityCommand({}))
    expect(identity).toMatchObject({ Account: '000000000000', Arn: 'arn:aws:iam::000000000000:root' })
    const scope = 'AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/kms/aws4_request, SignedHeaders=host, Signature=0'
    const answer = await fetch(at('/'), {
      method: 'POST',
      headers: { authorization: scope, 'content-type': 'application/x-amz-json-1.1' },
      body: '{}',
    })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('no service \\"kms\\"')
    expect(answer.headers.get('x-amzn-requestid')).toBeTruthy()
  })

  it('refuses a foreign Host and Origin below /_local, /_aws and at /', async () => {
    const own = `127.0.0.1:${port()}`
    for (const path of ['/_local/health', '/_local/dns', '/_aws/ses', '/', '/_local/view/dns']) {
      expect(await raw(path, { host: own })).toBe(200)
      expect(await raw(path, { host: `localhost:${port()}` })).toBe(200)
      expect(await raw(path, { host: `[::1]:${port()}` })).toBe(200)
      for (const host of ['evil.test', `evil.test:${port()}`, `127.0.0.1:${port() + 1}`, `localhost.evil.test:${port()}`])
        expect(await raw(path, { host })).toBe(403)
      expect(await raw(path, { host: own, origin: 'https://evil.test' })).toBe(403)
      expect(await raw(path, { host: own, origin: 'null' })).toBe(403)
      expect(await raw(path, { host: own, origin: `http://${own}` })).toBe(200)
    }
    expect(await raw('/_local/dns', { host: own, origin: 'http://localhost:3000' }, 'PUT', '{}')).toBe(403)
  })

  it('lets no page of another origin call AWS with a signature in the URL', async () => {
    const query = 'X-Amz-Credential=x%2F20260101%2Fus-east-1%2Fses%2Faws4_request'
    const body = 'Action=SetActiveReceiptRuleSet'
    expect(await raw(`/?${query}`, { host: `127.0.0.1:${port()}`, origin: 'https://evil.test' }, 'POST', body)).toBe(403)
    expect(started.aws.cloud.ses.activeRuleSet()?.name).toBe('set')
  })

  it('answers 404 and 405 below /_local', async () => {
    expect((await fetch(at('/_local/none'))).status).toBe(404)
    const wrong = await fetch(at('/_local/dns'), { method: 'DELETE' })
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, PUT'])
    expect((await fetch(at('/_localx'))).status).toBe(404)
  })

  it('lives on after a client that breaks off', async () => {
    const socket = connect(port(), '127.0.0.1')
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc')
    socket.destroy()
    expect((await fetch(at('/_local/health'))).status).toBe(200)
  })
})

describe('the switches', () => {
  it('sets DNS records and says what is wrong with them', async () => {
    expect((await put('/_local/dns', { name: 'a.test', type: 'MX', values: ['10 b.test'] })).status).toBe(200)
    const { records } = (await (await fetch(at('/_local/dns'))).json()) as { records: unknown[] }
    expect(records).toContainEqual({ name: 'a.test', type: 'MX', values: ['10 b.test'] })
    const wrong = await put('/_local/dns', { name: 'a.test', type: 'MX', values: ['b.test'] })
    expect([wrong.status, await wrong.json()]).toEqual([400, { error: 'MX "b.test" must be written as "10 mail.example.com".' }])
    expect((await put('/_local/dns', { name: 'a.test' })).status).toBe(400)
    expect((await fetch(at('/_local/dns'), { method: 'PUT', body: '{' })).status).toBe(400)
  })

  it('throttles SES, and nothing else', async () => {
    await put('/_local/throttle', { ses: 1 })
    const ses = started.ses()
    const call = () => ses.send(new ListReceiptRuleSetsCommand({}))
    const results = await Promise.allSettled([call(), call(), call()])
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    expect(await failure(call())).toBe('Throttling: Rate exceeded')
    await started.sns().send(new CreateTopicCommand({ Name: 'free' }))
    await started.sns().send(new CreateTopicCommand({ Name: 'free' }))
    await put('/_local/throttle', { ses: null })
    await call()
    await call()
    expect((await put('/_local/throttle', { ses: 'fast' })).status).toBe(400)
  })

  it('switches the evaluation of receipt rules', async () => {
    expect((await put('/_local/evaluation', { evaluation: 'recipient' })).status).toBe(200)
    expect(await (await fetch(at('/_local/evaluation'))).json()).toEqual({ evaluation: 'recipient' })
    expect((await put('/_local/evaluation', { evaluation: 'x' })).status).toBe(400)
    await put('/_local/evaluation', { evaluation: 'message' })
  })
})

describe('the pages', () => {
  it('show mail as text, whatever it holds', async () => {
    const subject = '<script>alert(1)</script>'
    const attachments = [{ filename: '<b>.txt', content: 'x' }]
    const html = `<script>alert(2)</script><p>Grüße & Küsse</p><img src="https://evil.test/x.png">`
    const built = await nodemailer
      .createTransport({ streamTransport: true, buffer: true })
      .sendMail({ from: 'a@in.test', to: 'b@x.test', subject, html, attachments })
    const id = await started.aws.cloud.ses.send({ source: '', destinations: [], raw: built.message as Buffer })
    for (const path of ['/', `/_local/view/mail/${id}`]) {
      const answer = await fetch(at(path))
      const text = await answer.text()
      expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
      expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
      expect(text).not.toMatch(/<script|<img/i)
    }
    expect(await (await fetch(at(`/_local/view/mail/${id}`))).text()).toContain('Grüße &amp; Küsse')
    const download = await fetch(at(`/_local/view/mail/${id}/raw`))
    expect(download.headers.get('content-disposition')).toBe(`attachment; filename="${id}.eml"`)
    expect(await download.text()).toContain('Message-ID: <' + id)
    expect((await fetch(at('/_local/view/mail/0000'))).status).toBe(404)
    expect((await fetch(at('/_local/view/mail/0000/raw'))).status).toBe(404)
  })

  it('show rule sets, records, identities, queues and topics', async () => {
    await started.sqs().send(new CreateQueueCommand({ QueueName: 'dead-letters' }))
    const page = async (name: string) => (await fetch(at(`/_local/view/${name}`))).text()
    expect(await page('rules')).toMatch(/set <span class="mark">active<\/span>[^]*in\.test[^]*S3: BucketName inbox, ObjectKeyPrefix mail/)
    expect(await page('dns')).toContain('_amazonses.in.test')
    expect(await page('identities')).toMatch(/in\.test<\/td><td>Success/)
    const queues = await page('queues')
    expect(queues).toContain('/dead-letters</td><td>0</td>')
    expect(queues).toContain('arn:aws:sns:us-east-1:000000000000:free')
  })

  it('page through sent mail', async () => {
    for (let i = 0; i < 60; i++)
      await started.aws.cloud.ses.send({
        source: '',
        destinations: [],
        raw: Buffer.from(`From: a@in.test\r\nTo: b@x.test\r\nSubject: number ${i}.\r\n\r\n`),
      })
    const first = await (await fetch(at('/'))).text()
    expect(first).toContain('number 59.')
    expect(first).not.toContain('number 9.')
    const older = /href="(\/\?before=[^"]+)"/.exec(first)?.[1] ?? ''
    expect(await (await fetch(at(older))).text()).toContain('number 9.')
  })
})

it('says in one sentence which port is taken', async () => {
  const start = (options: object) => startLocalAws({ port: 0, home: `${started.home}/second`, region: 'us-east-1', ...options })
  await expect(start({ port: port() })).rejects.toThrow(
    `Port ${port()} for the local AWS is taken: stop the program that uses it, or set LOCAL_AWS_PORT to a free port.`,
  )
  await expect(start({ smtpPort: started.aws.smtp?.port })).rejects.toThrow('set LOCAL_SMTP_PORT')
  await expect(start({ dnsPort: started.aws.dns.port })).rejects.toThrow('set LOCAL_DNS_PORT')
})
