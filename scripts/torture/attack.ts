import { randomUUID } from 'node:crypto'
import { CreateTopicCommand, PublishCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type pg from 'pg'

const agent = new http.Agent({ keepAlive: true, maxSockets: 16 })

/** Posts an envelope as SNS does; undefined where the web is down just now. */
function post(url: string, body: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const request = http.request(`${url}/api/webhooks/sns`, { method: 'POST', agent, headers: { 'content-type': 'text/plain; charset=UTF-8' }, timeout: 15_000 }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode))
      answer.on('error', () => resolve(undefined))
    })
    request.on('error', () => resolve(undefined))
    request.on('timeout', () => request.destroy())
    request.end(body)
  })
}

export interface AttackReport {
  repeated: number
  forged: number
  /** Forged envelopes that were answered other than by a refusal. */
  forgedTaken: string[]
}

export const forgedLocal = 'forged'

type Forge = (envelope: Record<string, string>, random: () => number) => Record<string, string>

const forgeries: Record<string, Forge> = {
  'changed message': (e) => ({ ...e, MessageId: randomUUID(), Message: e['Message']!.replace(/"recipients":\["[^"@]*/, `"recipients":["${forgedLocal}`) }),
  'changed id': (e) => ({ ...e, MessageId: randomUUID() }),
  'changed time': (e) => ({ ...e, Timestamp: new Date().toISOString(), MessageId: randomUUID() }),
  'foreign certificate host': (e) => ({ ...e, MessageId: randomUUID(), SigningCertURL: 'https://sns.s3-us-west-2.amazonaws.com/SimpleNotificationService-00000000000000000000000000000000.pem' }),
  'signature of noise': (e, random) => ({ ...e, MessageId: randomUUID(), Signature: Buffer.from(Array.from({ length: 256 }, () => Math.floor(random() * 256))).toString('base64') }),
  'other algorithm': (e) => ({ ...e, MessageId: randomUUID(), SignatureVersion: e['SignatureVersion'] === '1' ? '2' : '1' }),
}

/** Repeats stored envelopes in any order and sends forged ones, until `until` is done and `count` of each have been sent. */
export async function attack(options: { url: string; owner: pg.Pool; count: number; random: () => number; foreign: string[]; until: Promise<unknown> }): Promise<AttackReport> {
  const { url, owner, count, random, foreign } = options
  const report: AttackReport = { repeated: 0, forged: 0, forgedTaken: [] }
  let open = true
  void options.until.finally(() => (open = false))
  const names = Object.keys(forgeries)
  const lane = async () => {
    while (open || report.repeated < count || report.forged < count) {
      const { rows } = await owner.query<{ body: string }>('SELECT body FROM notification ORDER BY random() LIMIT 8')
      if (rows.length === 0) await new Promise((r) => setTimeout(r, 50))
      for (const { body } of rows) {
        if (report.repeated < count || open) {
          await post(url, body)
          report.repeated++
        }
        const pick = Math.floor(random() * (names.length + 1))
        const name = names[pick] ?? 'foreign topic'
        const forgery = name === 'foreign topic' ? foreign[Math.floor(random() * foreign.length)]! : JSON.stringify(forgeries[name]!(JSON.parse(body) as Record<string, string>, random))
        const status = await post(url, forgery)
        report.forged++
        // 503 is "ask again", which nobody answers with an effect; the audit looks for effects anyway.
        if (status !== undefined && (status < 400 || status === 429)) report.forgedTaken.push(`${name}: ${status}`)
      }
      if (report.repeated >= 3 * count) return
    }
  }
  await Promise.all(Array.from({ length: 4 }, lane))
  return report
}

/** Envelopes of a topic that is not ours, with a genuine signature: what any AWS account can send. */
export async function foreignEnvelopes(awsEndpoint: string, region: string): Promise<string[]> {
  const client = new SNSClient({ endpoint: awsEndpoint, region, credentials: { accessKeyId: 'x', secretAccessKey: 'x' } })
  const { TopicArn } = await client.send(new CreateTopicCommand({ Name: 'somebody-elses' }))
  const bodies: string[] = []
  let enough = () => {}
  const done = new Promise<void>((resolve) => (enough = resolve))
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (c: Buffer) => chunks.push(c))
    request.on('end', () => {
      response.end()
      bodies.push(Buffer.concat(chunks).toString())
      if (bodies.length >= 2) enough()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await client.send(new SubscribeCommand({ TopicArn, Protocol: 'http', Endpoint: `http://127.0.0.1:${port}/` }))
  while (bodies.length < 1) await new Promise((r) => setTimeout(r, 20))
  const { Token } = JSON.parse(bodies[0]!) as { Token: string }
  const confirm = `${awsEndpoint}/?Action=ConfirmSubscription&TopicArn=${encodeURIComponent(TopicArn!)}&Token=${Token}`
  await fetch(confirm)
  const message = { notificationType: 'Received', mail: { messageId: forgedLocal, timestamp: new Date().toISOString(), source: 'x@sender.example' }, receipt: { recipients: [`${forgedLocal}@demo.example`], action: { type: 'S3', bucketName: 'x', objectKey: 'inbox/x' } } }
  await client.send(new PublishCommand({ TopicArn, Message: JSON.stringify(message) }))
  await done
  server.close()
  return bodies
}
