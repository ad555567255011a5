import { readFileSync } from 'node:fs'
import readline from 'node:readline'
import { canConnect, createDatabase, dropDatabase, PrismaError, runScript } from '@/lib/db/migrate/connection'
import { engineVersion, openEngine, panicMessage, type SchemaEngine } from '@/lib/db/migrate/engine'

const argv = process.argv.slice(2)
const option = (name: string) => argv.flatMap((a, i) => (a === name ? [argv[i + 1] ?? ''] : []))
const log = (level: string, fields: object) =>
  process.stderr.write(JSON.stringify({ timestamp: new Date().toISOString(), level, fields, target: 'schema_engine::logger' }) + '\n')

if (argv.includes('--version') || argv.includes('-V')) {
  console.log(`schema-engine-cli ${engineVersion}`)
  process.exit(0)
}

type Source = { url?: string; shadowDatabaseUrl?: string }
const source = JSON.parse(option('--datasource')[0] ?? '{}') as Source
const url = source.url ?? ''

if (argv.includes('cli')) await answerOnce(argv[argv.indexOf('cli') + 1] ?? '')
else await answerRpc()

async function answerOnce(command: string): Promise<never> {
  try {
    if (command === 'can-connect-to-database') await canConnect(url)
    else if (command === 'create-database') await createDatabase(url)
    else if (command === 'drop-database') await dropDatabase(url)
    else throw new Error(`unknown command ${command}`)
    process.exit(0)
  } catch (error) {
    log('ERROR', { is_panic: false, error_code: error instanceof PrismaError ? error.prismaCode : 'P1001', message: String((error as Error).message) })
    process.exit(1)
  }
}

type Params = Record<string, unknown> & { datasource?: { url?: string }; script?: string; from?: { tag: string }; to?: { tag: string } }
type Request = { id: number; method?: string; params?: Params }

async function answerRpc(): Promise<void> {
  const datamodels = option('--datamodels').map((p): [string, string] => [p, readFileSync(p, 'utf8')])
  let opened: Promise<SchemaEngine> | undefined
  const open = async (offline = false) => (await openEngine({ url, shadowUrl: source.shadowDatabaseUrl, datamodels, offline })).engine
  const engine = () => (opened ??= open())
  const send = (o: object) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...o }) + '\n')

  // The engine prints by asking its client to: each print is a request that the client answers.
  let printId = 1_000_000
  const prints = new Map<number, () => void>()
  const print = (content: string) =>
    new Promise<void>((done) => {
      prints.set(printId, done)
      send({ id: printId++, method: 'print', params: { content } })
    })

  const methods: Record<string, (p: Params) => Promise<unknown>> = {
    getDatabaseVersion: async (p) => (await engine())['version']!(p),
    ensureConnectionValidity: async (p) => canConnect(p.datasource?.url ?? url).then(() => ({})),
    createDatabase: async (p) => ({ databaseName: await createDatabase(p.datasource?.url ?? url) }),
    dbExecute: async (p) => runScript(url, p.script ?? '').then(() => null),
    diff: async (p) => {
      const offline = [p.from, p.to].every((t) => t?.tag === 'empty' || t?.tag === 'schemaDatamodel')
      const on = offline ? await open(offline) : await engine()
      const { stdout, ...rest } = (await on['diff']!(p)) as { stdout?: string }
      if (stdout) await print(stdout)
      return rest
    },
  }
  const answersEmpty = new Set(['reset', 'markMigrationApplied', 'markMigrationRolledBack', 'debugPanic'])

  // A panic inside the WebAssembly comes up as an uncaught exception: report it as the native engine does.
  process.on('uncaughtException', (error) => {
    log('ERROR', { is_panic: true, message: panicMessage() || error.stack, backtrace: error.stack })
    process.exit(101)
  })

  let queue = Promise.resolve()
  const lines = readline.createInterface({ input: process.stdin, crlfDelay: Infinity })
  lines.on('line', (line) => {
    const request = JSON.parse(line) as Request
    const { id, method, params = {} } = request
    if (!method) return prints.get(id)?.()
    queue = queue.then(async () => {
      try {
        const result = await (methods[method] ?? (async (p) => (await engine())[method]!(p)))(params)
        send({ id, result: answersEmpty.has(method) ? (result ?? {}) : (result ?? null) })
      } catch (error) {
        const e = error as Error & { prismaCode?: string; code?: string; meta?: unknown }
        const data = { is_panic: e instanceof WebAssembly.RuntimeError, message: e.message, meta: e.meta ?? null, error_code: e.prismaCode ?? e.code ?? null }
        send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } })
      }
    })
  })
  lines.on('close', () => void queue.then(() => process.exit(0)))
}
