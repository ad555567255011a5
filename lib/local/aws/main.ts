import { z } from 'zod'
import { config } from '@/lib/config'
import { log } from '@/lib/log'
import { PortError, startLocalAws } from './server'

/** The local AWS as a process: one JSON line on stdout when it is ready, a sentence on stderr when it cannot start. */
async function main(): Promise<void> {
  const { home, aws, local } = config()
  const dnsPort = z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(0)
    .parse(process.env['LOCAL_DNS_PORT'] || undefined)
  const running = await startLocalAws({
    port: local.awsPort,
    smtpPort: local.smtpPort,
    dnsPort,
    home,
    region: aws.region,
    relay: local.smtpRelay,
  })
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    running.close().then(
      () => process.exit(0),
      (err: unknown) => {
        log.error({ err }, 'local AWS: could not stop cleanly')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.stdout.write(`${JSON.stringify({ ready: true, endpoint: running.endpoint, smtp: running.smtp, dns: running.dns })}\n`)
}

main().catch((error: unknown) => {
  if (error instanceof PortError) console.error(error.message)
  else console.error('The local AWS could not start:', error instanceof Error ? error.message : error)
  process.exit(1)
})
