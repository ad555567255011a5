// The web process: the door and the console behind one port. Says {"ready":true,"url":…} on standard output once both answer,
// and nothing else there.
import path from 'node:path'
import { config } from '@/lib/config'
import { database } from '@/lib/db/client'
import { refusePowerfulRole } from '@/lib/db/role'
import { log } from '@/lib/log'
import { refuseLostKeys } from '@/lib/services/sealing/refuse'
import { door } from './door/process'
import { startServer } from './server'

const dev = process.argv.includes('--dev')
const root = path.resolve(import.meta.dirname, '../..')

// Next writes notes of its own to standard output: they go where the log goes.
const say = process.stdout.write.bind(process.stdout)
process.stdout.write = process.stderr.write.bind(process.stderr)

process.on('unhandledRejection', (error) => log.error({ err: error }, 'a rejection was not handled'))
process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'an error was not caught')
  process.exit(1)
})

async function main(): Promise<void> {
  Object.assign(process.env, { POSTROOM_ROLE: 'web', NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: dev ? 'development' : 'production' })
  const { pool, close } = database()
  await refusePowerfulRole(pool, 'DATABASE_URL_WEB')
  await refuseLostKeys()
  const installation = (await pool.query<{ id: string }>('SELECT id FROM installation')).rows[0]?.id
  if (!installation) throw new Error('The database has no installation id: run `npm start`, or `npx prisma migrate deploy`.')
  process.env['POSTROOM_INSTALLATION'] = installation

  const { port, url } = config()
  // Read after the environment is set: Next looks at NODE_ENV when it is loaded.
  const { default: next } = await import('next')
  const app = next({ dev, dir: root, customServer: true, hostname: 'localhost', port, turbopack: true })
  await app.prepare()
  const { receiver, close: closeDoor } = door()
  const security = { development: dev, https: url.startsWith('https:') }
  const server = await startServer(port, { receiver, page: app.getRequestHandler(), security, origin: new URL(url).origin, ...(dev && { upgrade: app.getUpgradeHandler() }) })

  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'the web process is stopping')
    setTimeout(() => process.exit(1), 4_800).unref()
    await server.stop(3_500)
    await closeDoor()
    await app.close().catch((error: unknown) => log.warn({ err: error }, 'Next did not close'))
    await close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal))
  say(`${JSON.stringify({ ready: true, url: `http://localhost:${server.port}` })}\n`)
}

main().catch((error: unknown) => {
  log.fatal({ err: error }, `The web process did not start. ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
  setTimeout(() => process.exit(1), 100).unref()
})
