import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readConfig } from '@/lib/config'
import { LocalJson, removeLocalJson, writeLocalJson } from './local-json'
import { freePort, startPostgres, type PostgresServer } from './postgres/server'
import { enableLogin } from './postgres/roles'
import { Child, endSteps, runStep } from './supervisor/child'
import { checkPorts, lockHome, prepareHome, StartError } from './supervisor/preflight'
import { keptSecret } from './supervisor/secrets'

// The supervisor behind `npm start`. It starts what the environment does not replace (PostgreSQL, the local AWS), brings the
// database up to date, builds the web when its sources changed, runs web and worker, fills a first local copy with a demo tenant,
// and writes local.json last. What crashes is started again. Ctrl-C or SIGTERM stops all, PostgreSQL last.

const began = performance.now()
const say = (sentence: string) => console.log(`[${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s] ${sentence}`)

const dev = process.argv.includes('--dev')
/** Steps whose output is passwords, keys and links for us alone: it stands in no log. */
const tellsSecrets = new Set(['seed', 'setup-link'])
const undo: (() => unknown)[] = []
let stopping = false

async function stop(code: number): Promise<never> {
  if (stopping) process.exit(code)
  stopping = true
  endSteps()
  for (const step of undo.splice(0).reverse()) await Promise.resolve(step()).catch((error: Error) => console.error(error.message))
  process.exit(code)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    if (!stopping) say('Stopping')
    void stop(0)
  })

try {
  await start()
} catch (error) {
  if (!stopping) console.error(inOneSentence(error))
  await stop(1)
}

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const { home } = config
  const embeddedDatabase = !config.database.owner
  prepareHome(home)
  undo.push(lockHome(home))
  removeLocalJson(home)
  const localPorts = [
    { port: config.local.awsPort, what: 'the local AWS', variable: 'LOCAL_AWS_PORT' },
    { port: config.local.smtpPort, what: 'SMTP', variable: 'LOCAL_SMTP_PORT' },
  ]
  await checkPorts([{ port: config.port, what: 'the console', variable: 'PORT' }, ...(config.aws.live ? [] : localPorts)])

  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    POSTROOM_HOME: home,
    PORT: String(config.port),
    POSTROOM_KEY: process.env['POSTROOM_KEY'] || keptSecret(home, 'key'),
  }
  const logDir = path.join(home, 'logs')
  const common = { env, logDir, onNote: say }
  const step = (name: string, entry: string, args?: string[]) => runStep({ ...common, name, entry, args, secret: tellsSecrets.has(name) })

  const build = dev ? step('build', 'scripts/build.ts', ['--generate']) : step('build', 'scripts/build.ts')
  build.catch(() => {}) // awaited below; a failure before that must not end the process by itself

  const cloud = config.aws.live ? undefined : await startCloud(env, common)
  if (embeddedDatabase) {
    say('Starting PostgreSQL')
    const server = await keepPostgres(home)
    env['DATABASE_URL'] = server.url('postroom')
  }
  await step('migrate', 'scripts/migrate.ts')
  say('The database is up to date')
  if (embeddedDatabase) {
    const urls = await enableLogin(env['DATABASE_URL']!, keptSecret(home, 'database-password'))
    env['DATABASE_URL_WEB'] = urls.web
    env['DATABASE_URL_WORKER'] = urls.worker
  }

  const aws = await cloud?.places
  if (aws) {
    env['DNS_SERVERS'] = `${aws.dns.host}:${aws.dns.port}`
    env['POSTROOM_SNS_CERT_ORIGIN'] ||= aws.endpoint
    say(`The local AWS answers on ${aws.endpoint}`)
  }

  await build
  const demo = aws && embeddedDatabase ? { aws, home, fill: () => step('seed', 'prisma/seed.ts', [`${aws.smtp.host}:${aws.smtp.port}`]) } : undefined
  const stamp = JSON.stringify({ consoleUrl: config.url, aws: aws?.endpoint, region: config.aws.region, domain: config.domain, code: codeHash() })
  // At a later start of the same code on the same addresses all of this stands already.
  const standing = demo && stamp === readIfThere(path.join(home, 'setup.json')) ? readIfThere(demoFile(home)) : undefined
  const children = [new Child({ ...common, name: 'worker', entry: 'lib/worker/main.ts' }), new Child({ ...common, name: 'web', entry: 'lib/web/main.ts', args: dev ? ['--dev'] : [] })]
  undo.push(() => Promise.all(children.map((c) => c.stop())))
  await Promise.all(children.map((c) => c.startAndWatch()))
  say('Web and worker run')

  if (aws && !standing) await step('local-setup', 'scripts/local-setup.ts')
  if (!demo) return announceReal(step, config.url)
  announceDemo(standing ?? lastLine(await demo.fill()), demo, config.url, env)
  if (!standing) writeFileSync(path.join(home, 'setup.json'), stamp, { mode: 0o600 })
}

interface AwsPlaces {
  endpoint: string
  smtp: { host: string; port: number }
  dns: { host: string; port: number }
}

/** Begins to start the local AWS; `places` resolves when it answers. Its DNS keeps its port over a restart. */
async function startCloud(env: NodeJS.ProcessEnv, common: { env: NodeJS.ProcessEnv; logDir: string; onNote: (sentence: string) => void }) {
  env['LOCAL_DNS_PORT'] = String(await freePort())
  if (!existsSync(path.join(env['POSTROOM_HOME']!, 'aws/state'))) rmSync(path.join(env['POSTROOM_HOME']!, 'setup.json'), { force: true })
  const child = new Child({ ...common, name: 'local-aws', entry: 'lib/local/aws/main.ts' })
  undo.push(() => child.stop())
  const places = child.startAndWatch() as Promise<unknown> as Promise<AwsPlaces>
  places.catch(() => {}) // awaited later; a failure before that must not end the process by itself
  return { places }
}

/** Starts PostgreSQL, and again when it ends by itself; all others reconnect. */
async function keepPostgres(home: string): Promise<PostgresServer> {
  const password = keptSecret(home, 'database-password')
  // The tenants' figures are measured with this; a laptop has it to spare.
  const settings = { shared_buffers: '256MB', random_page_cost: '1.1' }
  const launch = (port: number) => startPostgres({ dir: path.join(home, 'pg'), port, password, settings, onStep: say })
  // A new cluster knows nothing of an old demo, nor a new local AWS of an old set-up.
  if (!existsSync(path.join(home, 'pg/PG_VERSION'))) for (const f of [demoFile(home), path.join(home, 'setup.json')]) rmSync(f, { force: true })
  let server = await launch(0)
  const { port } = server
  const watch = () =>
    server.onExit(async () => {
      if (stopping) return
      say('PostgreSQL ended; starting it again')
      // What a killed one left (a backend in the middle of its query, a full disk) may refuse the next for a while.
      for (let delay = 300; !stopping; delay = Math.min(delay * 2, 10_000)) {
        try {
          server = await launch(port)
          return watch()
        } catch (error) {
          say(`PostgreSQL did not start: ${(error as Error).message.split('\n')[0]}`)
          await pause(delay)
        }
      }
    })
  watch()
  undo.push(() => server.stop())
  return server
}

type Step = (name: string, entry: string, args?: string[]) => Promise<string>

function demoFile(home: string): string {
  return path.join(home, 'demo.json')
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? ''
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** The last build's hash of all sources: other code may set up more. */
function codeHash(): string {
  return readIfThere(path.resolve(import.meta.dirname, '../../.next/.hash')) ?? 'unknown'
}

/** Writes local.json and says where all is; `json` has the demo's accounts. */
function announceDemo(json: string, { aws, home }: { aws: AwsPlaces; home: string }, consoleUrl: string, env: NodeJS.ProcessEnv): void {
  const smtp = `${aws.smtp.host}:${aws.smtp.port}`
  const demo = LocalJson.pick({ operator: true, tenant: true }).parse(JSON.parse(json))
  writeLocalJson(home, {
    consoleUrl,
    awsEndpoint: aws.endpoint,
    region: readConfig(env).aws.region,
    smtp: aws.smtp,
    dns: aws.dns,
    databaseUrl: env['DATABASE_URL']!,
    ...demo,
  })
  say('Ready\n')
  console.log(
    [
      `  Console    ${consoleUrl}`,
      `  Log in     ${demo.tenant.email}  ${demo.tenant.password}   (demo tenant, domain ${demo.tenant.domain})`,
      `             ${demo.operator.email}  ${demo.operator.password}   (operator)`,
      `  SMTP       ${smtp}   e.g. swaks --server ${smtp} --to hello@${demo.tenant.domain} --from you@sender.example`,
      `  Sent mail  ${aws.endpoint}/   (also DNS records, rule sets, queues)`,
      `  Details    ${path.join(home, 'local.json')}`,
      '',
    ].join('\n'),
  )
}

async function announceReal(step: Step, consoleUrl: string): Promise<void> {
  const output = await step('setup-link', 'scripts/setup-link.ts')
  say('Ready\n')
  console.log(`  Console    ${consoleUrl}\n${output}`)
}

/** What the disk, the ports and the rest have to say, for a person. */
function inOneSentence(error: unknown): string {
  const e = error as NodeJS.ErrnoException
  if (error instanceof StartError) return e.message
  if (e.code === 'ENOSPC' || /ENOSPC|No space left on device/.test(e.message))
    return 'The disk is full: free some space, or set POSTROOM_HOME to another disk, then start again.'
  return `Postroom could not start: ${e.message}`
}
