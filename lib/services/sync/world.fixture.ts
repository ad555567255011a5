import { randomBytes } from 'node:crypto'
import { SESClient } from '@aws-sdk/client-ses'
import type { ReceiptRule } from '@aws-sdk/client-ses'
import { Started } from '@/lib/local/aws/started.fixture'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { setUpReceiving } from '@/lib/services/platform/setup'

/** A database, a local AWS with receiving set up, and a client of somebody else. For tests. */
export interface World {
  db: TestDatabase
  aws: Started
  foreign: SESClient
  installation: string
  /** A tenant's domain that is verified, without its proof. */
  addDomain(name: string): Promise<void>
  removeDomain(name: string): Promise<void>
  active(): { name: string; rules: ReceiptRule[] } | undefined
  jobs(queue: string): Promise<Record<string, string>[]>
  close(): Promise<void>
}

export async function startWorld(): Promise<World> {
  const aws = await Started.open()
  process.env['LOCAL_AWS_PORT'] = new URL(aws.aws.endpoint).port
  process.env['DNS_SERVERS'] = `127.0.0.1:${aws.aws.dns.port}`
  delete process.env['POSTROOM_AWS']
  const db = await createTestDatabase()
  db.become('worker')
  // Nobody listens at the door: these tests are about rules, not about mail.
  await setUpReceiving({ webhookUrl: 'http://127.0.0.1:9/api/webhooks/sns', callsPerSecond: 1000 })
  await db.owner.query('DELETE FROM pgboss.job')
  const { rows } = await db.owner.query<{ id: string }>('SELECT id FROM installation')
  const tenant = await db.owner.query<{ id: string }>(`INSERT INTO tenant (slug, name) VALUES ('t', 'T') RETURNING id`)
  return {
    db,
    aws,
    foreign: aws.ses(),
    installation: rows[0]?.id ?? '',
    addDomain: async (name) => {
      await db.owner.query(`INSERT INTO domain ("tenantId", name, status, token) VALUES ($1, $2, 'verified', $3)`, [
        tenant.rows[0]?.id,
        name,
        randomBytes(16).toString('hex'),
      ])
    },
    removeDomain: async (name) => {
      await db.owner.query('DELETE FROM domain WHERE name = $1', [name])
    },
    active: () => aws.aws.cloud.ses.activeRuleSet(),
    jobs: async (queue) => (await db.owner.query<{ data: Record<string, string> }>('SELECT data FROM pgboss.job WHERE name = $1', [queue])).rows.map((r) => r.data),
    close: async () => {
      await db.drop()
      await aws.close()
    },
  }
}
