import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CreateBucketCommand } from '@aws-sdk/client-s3'
import { forgetClients, s3 } from '@/lib/aws/clients'
import { putObject } from '@/lib/aws/objects'
import { startLocalAws } from '@/lib/local/aws/server'
import { createTestDatabase, type TestDatabase } from './database'

export const bucket = 'postroom-test'
const topicArn = 'arn:aws:sns:us-east-1:000000000000:postroom-test-inbound'

export interface Mailroom {
  db: TestDatabase
  /** A tenant with a verified domain. */
  tenant(slug: string, domain: string): Promise<string>
  publish(tenantId: string, version: number, rules: object[]): Promise<void>
  /** Stores the raw mail and a notification of it, as SES and the door would; gives the notification's id. */
  arrive(mail: ArrivingMail): Promise<string>
  close(): Promise<void>
}

interface ArrivingMail {
  sesMessageId: string
  recipients: string[]
  raw?: string | Buffer
  timestamp?: Date
  source?: string
  verdicts?: Partial<Record<'spam' | 'virus' | 'spf' | 'dkim' | 'dmarc', string>>
  dmarcPolicy?: string
  /** Another place than SES's own. */
  place?: { bucketName: string; objectKey: string }
}

export const plainMail = (subject: string, text = 'Hello'): string =>
  `From: Ann <Ann@a.example>\r\nTo: nobody@elsewhere.example\r\nSubject: ${subject}\r\nMessage-ID: <1@a.example>\r\n\r\n${text}\r\n`

/** A database of its own, as the worker's process, and a local AWS with a bucket. Call before anything reads the settings. */
export async function openMailroom(): Promise<Mailroom> {
  const db = await createTestDatabase()
  process.env['DATABASE_URL'] = db.urls.owner
  const home = mkdtempSync(path.join(tmpdir(), 'postroom-mailroom-'))
  const aws = await startLocalAws({ port: 0, home, region: 'us-east-1' })
  process.env['LOCAL_AWS_PORT'] = new URL(aws.endpoint).port
  forgetClients()
  await s3().send(new CreateBucketCommand({ Bucket: bucket }))
  db.become('worker')
  await db.owner.query(`INSERT INTO platform_setting (key, value, "updatedAt") VALUES ('receiving', $1, now())`, [
    JSON.stringify({ bucket, topicArn, prefix: 'inbox' }),
  ])
  return {
    db,
    async tenant(slug, domain) {
      const { rows } = await db.owner.query<{ id: string }>('INSERT INTO tenant (slug, name) VALUES ($1, $1) RETURNING id', [slug])
      const { id } = rows[0]!
      await db.owner.query(`INSERT INTO domain ("tenantId", name, status, token, "dkimTokens") VALUES ($1, $2, 'verified', 't', '{}')`, [id, domain])
      return id
    },
    async publish(tenantId, version, rules) {
      await db.owner.query('INSERT INTO rule_version ("tenantId", version, rules) VALUES ($1, $2, $3)', [tenantId, version, JSON.stringify(rules)])
    },
    async arrive(mail) {
      if (mail.raw !== undefined) await putObject(bucket, `inbox/${mail.sesMessageId}`, Buffer.from(mail.raw))
      return storeEnvelope(db, { Type: 'Notification', TopicArn: topicArn, Message: JSON.stringify(notificationOf(mail)) })
    },
    async close() {
      await db.drop()
      await aws.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** Stores an SNS envelope as the door does; gives its id. */
export async function storeEnvelope(db: TestDatabase, envelope: { TopicArn: string; [field: string]: unknown }): Promise<string> {
  const id = randomBytes(16).toString('hex')
  const body = JSON.stringify({ MessageId: id, ...envelope })
  await db.owner.query('INSERT INTO notification (id, topic, body) VALUES ($1, $2, $3)', [id, envelope.TopicArn, body])
  return id
}

function notificationOf(mail: ArrivingMail): object {
  const { sesMessageId, recipients, timestamp = new Date(), source = 'ann@a.example', verdicts = {}, dmarcPolicy, place } = mail
  const status = (name: keyof typeof verdicts) => ({ status: verdicts[name] ?? 'PASS' })
  return {
    notificationType: 'Received',
    mail: { timestamp: timestamp.toISOString(), source, messageId: sesMessageId, destination: ['nobody@elsewhere.example'] },
    receipt: {
      timestamp: new Date().toISOString(),
      recipients,
      spamVerdict: status('spam'),
      virusVerdict: status('virus'),
      spfVerdict: status('spf'),
      dkimVerdict: status('dkim'),
      dmarcVerdict: status('dmarc'),
      ...(dmarcPolicy ? { dmarcPolicy } : {}),
      action: { type: 'S3', topicArn, bucketName: bucket, objectKey: `inbox/${sesMessageId}`, ...place },
    },
  }
}
