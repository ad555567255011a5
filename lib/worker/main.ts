// The worker process: takes jobs until it is told to stop. Says {"ready":true} on standard output once it does, and nothing else.
import { config } from '@/lib/config'
import { database } from '@/lib/db/client'
import { refusePowerfulRole } from '@/lib/db/role'
import { log } from '@/lib/log'
import { startWorkerBoss } from '@/lib/queue/boss'
import { noteKey } from '@/lib/services/sealing/note'
import { refuseLostKeys } from '@/lib/services/sealing/refuse'
import { schedule, takeJobs } from './handlers'

/** What a job may still take after SIGTERM; what it has not done by then is done again. */
const graceMs = 8000

process.on('unhandledRejection', (error) => log.error({ err: error }, 'a rejection was not handled'))
process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'an error was not caught')
  process.exit(1)
})

async function main(): Promise<void> {
  process.env['POSTROOM_ROLE'] = 'worker'
  const { pool, close } = database()
  await refusePowerfulRole(pool, 'DATABASE_URL_WORKER')
  await refuseLostKeys()
  await noteKey()
  const boss = await startWorkerBoss(config().database.worker!)

  let stopping = false
  const stop = async (why: string) => {
    if (stopping) return
    stopping = true
    log.info({ why }, 'the worker is stopping')
    setTimeout(() => process.exit(1), graceMs + 1500).unref()
    await boss.stop({ graceful: true, timeout: graceMs })
    await close()
    process.exit(0)
  }
  const end = (why: string) => void stop(why).catch((error: unknown) => {
    log.error({ err: error }, 'the worker did not stop cleanly')
    process.exit(1)
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end(signal))
  // Started by a supervisor: without it nobody would stop us.
  process.on('disconnect', () => end('the supervisor is gone'))

  await takeJobs(boss)
  await schedule(boss)
  // The hourly and the regular looks, once now: months may be missing, and an apply may have been cut off.
  await boss.send('maintenance', {}, { singletonKey: 'start' })
  await boss.send('sync-plan', {}, { singletonKey: 'start' })
  await boss.send('reseal', {}, { singletonKey: 'start' })
  process.stdout.write('{"ready":true}\n')
}

main().catch((error: unknown) => {
  log.fatal({ err: error }, `The worker did not start. ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
  setTimeout(() => process.exit(1), 100).unref()
})
