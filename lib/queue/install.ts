import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { deadLetterQueue, queues } from './queues'

// pg-boss writes straight into its tables: the roles get rights on its schema, and never the right to change it.
const grants = `
  GRANT USAGE ON SCHEMA pgboss TO postroom_web, postroom_worker;
  GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA pgboss TO postroom_web;
  GRANT UPDATE, DELETE ON pgboss.instance TO postroom_web;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO postroom_worker;
  GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA pgboss TO postroom_web, postroom_worker;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO postroom_web, postroom_worker;`

/** Makes or upgrades pg-boss's schema and our queues, as the owner. Idempotent; part of every deployment of migrations. */
export async function installQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false, max: 2 })
  boss.on('error', () => {})
  await boss.start()
  try {
    const names = Object.keys(queues) as (keyof typeof queues)[]
    const existing = new Set((await boss.getQueues()).map((q) => q.name))
    // The dead letter first: the others name it.
    for (const name of [deadLetterQueue, ...names.filter((n) => n !== deadLetterQueue)] as typeof names)
      await (existing.has(name) ? boss.updateQueue(name, queues[name]) : boss.createQueue(name, queues[name]))
  } finally {
    await boss.stop({ graceful: false })
  }
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(grants)
  } finally {
    await client.end()
  }
}
