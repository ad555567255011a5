import { config } from '@/lib/config'
import { log } from '@/lib/log'
import { PortError, startLocalAws } from './server'

/** The supervisor may choose the port; 0 or nothing takes a free one. */
function readDnsPort(): number {
  const text = process.env['LOCAL_DNS_PORT'] || '0'
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new Error(`LOCAL_DNS_PORT must be a port from 0 to 65535, not "${text}".`)
  return Number(text)
}

/** The local AWS as a process: one JSON line on stdout when it is ready, a sentence on stderr when it cannot start. */
async function main(): Promise<void> {
  const { home, aws, local } = config()
  const dnsPort = readDnsPort()
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
