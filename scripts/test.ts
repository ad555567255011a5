// `npm test`: everything, from a clean checkout and beside a running copy. Checks, unit tests, integration tests on a throw-away
// PostgreSQL, then the whole product on free ports with a home of its own, and browser tests against it.
// `npm test -- unit|int|e2e` runs one kind.
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findBrowser } from './browser'
import { cleanEnv as clean, withProduct } from './product'

const root = path.resolve(import.meta.dirname, '..')
const work = mkdtempSync(path.join(tmpdir(), 'postroom-run-'))
chmodSync(work, 0o755)

interface Count {
  kind: string
  seconds: number
  passed: number
  failed: number
  skipped: number
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv = clean): Promise<number> {
  return new Promise((resolve) => {
    spawn(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }).on('close', (code) => resolve(code ?? 1))
  })
}
const bin = (name: string) => path.join(root, 'node_modules/.bin', name)

async function timed(kind: string, work: () => Promise<Omit<Count, 'kind' | 'seconds'>>): Promise<Count> {
  console.log(`\n== ${kind}`)
  const began = Date.now()
  const count = await work()
  return { kind, seconds: (Date.now() - began) / 1000, ...count }
}

const one = (ok: boolean) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 })

async function vitest(project: string): Promise<Omit<Count, 'kind' | 'seconds'>> {
  const out = path.join(work, `${project}.json`)
  const code = await run(bin('vitest'), ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${out}`])
  if (!existsSync(out)) return one(false)
  const r = JSON.parse(readFileSync(out, 'utf8')) as { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }
  // A suite that cannot even load has no failed test: the exit code tells.
  const failed = r.numFailedTests || (code === 0 ? 0 : 1)
  return { passed: r.numPassedTests, failed, skipped: r.numPendingTests + r.numTodoTests }
}

async function browserTests(): Promise<Omit<Count, 'kind' | 'seconds'>> {
  const browser = findBrowser()
  return withProduct(path.join(work, 'home'), async (localJson, hookPort) => {
    const out = path.join(work, 'e2e.json')
    const { consoleUrl } = JSON.parse(readFileSync(localJson, 'utf8')) as { consoleUrl: string }
    const env = { ...clean, BASE_URL: consoleUrl, CHROMIUM: browser, POSTROOM_LOCAL_JSON: localJson, E2E_HOOK_PORT: hookPort, PLAYWRIGHT_JSON_OUTPUT_NAME: out }
    const code = await run(bin('playwright'), ['test', '--reporter=list,json'], env)
    if (!existsSync(out)) return one(false)
    const { stats } = JSON.parse(readFileSync(out, 'utf8')) as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky || (code === 0 ? 0 : 1), skipped: stats.skipped }
  })
}

const kinds: Record<string, () => Promise<Omit<Count, 'kind' | 'seconds'>>> = {
  check: async () => one((await run(process.execPath, ['scripts/run.mjs', 'scripts/check.ts', '--fast'])) === 0),
  unit: () => vitest('unit'),
  int: () => vitest('int'),
  e2e: browserTests,
}

const wanted = process.argv.slice(2).length ? process.argv.slice(2) : Object.keys(kinds)
const unknown = wanted.find((w) => !Object.hasOwn(kinds, w))
if (unknown) {
  console.error(`There is no kind of test named ${unknown}: take one of ${Object.keys(kinds).join(', ')}.`)
  process.exit(2)
}

const counts: Count[] = []
for (const kind of wanted) {
  counts.push(
    await timed(kind, () =>
      kinds[kind]!().catch((error: Error) => {
        console.error(error.message)
        return one(false)
      }),
    ),
  )
}
rmSync(work, { recursive: true, force: true })

console.log('')
for (const c of counts) console.log(`${c.kind.padEnd(6)} ${c.passed} passed, ${c.failed} failed, ${c.skipped} skipped in ${c.seconds.toFixed(0)} s`)
const sum = (f: (c: Count) => number) => counts.reduce((n, c) => n + f(c), 0)
const failed = sum((c) => c.failed)
console.log(`\n${sum((c) => c.passed)} passed, ${failed} failed, ${sum((c) => c.skipped)} skipped`)
process.exit(failed ? 1 : 0)
