import { PgBoss } from 'pg-boss'
import { log } from '@/lib/log'

// How soon the jobs of a killed worker are found; pg-boss's own 60 s would let mail wait for minutes.
const supervision = { superviseIntervalSeconds: 5, monitorIntervalSeconds: 5 }

/** The worker's pg-boss: takes jobs, supervises and schedules. The schema must have been installed (`installQueues`). */
export async function startWorkerBoss(url: string): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: url, useListenNotify: true, migrate: false, createSchema: false, max: 6, ...supervision })
  boss.on('error', (error) => log.error({ err: error }, 'pg-boss'))
  await boss.start()
  return boss
}
