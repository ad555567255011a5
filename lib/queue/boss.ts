import { PgBoss } from 'pg-boss'
import { log } from '@/lib/log'

/** The worker's pg-boss: takes jobs, supervises and schedules. The schema must have been installed (`installQueues`). */
export async function startWorkerBoss(url: string): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: url, useListenNotify: true, migrate: false, createSchema: false, max: 6 })
  boss.on('error', (error) => log.error({ err: error }, 'pg-boss'))
  await boss.start()
  return boss
}
