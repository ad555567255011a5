// `npm run fuzz [-- --count 10000 --seed 1]`: generated requests from the OpenAPI document, valid, nearly valid and hostile, with the keys of
// two tenants, an operator, none and garbage, against a whole product of its own, or the running copy whose local.json POSTROOM_LOCAL_JSON names.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { LocalJson } from '@/lib/local/local-json'
import { apiClient } from '@/lib/testing/api/client'
import type { ApiDocument } from '@/lib/testing/fuzz/document'
import type { Answer } from '@/lib/testing/fuzz/judge'
import type { Asker, Made } from '@/lib/testing/fuzz/request'
import { asCurl, fuzz, type Report } from '@/lib/testing/fuzz/run'
import { makeSecondTenant } from '@/lib/testing/second-tenant'
import { readLocalJson, withProduct } from './product'

const { values } = parseArgs({ options: { count: { type: 'string', default: '10000' }, seed: { type: 'string' } } })
const count = Number(values.count)
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed)

async function attack(local: LocalJson): Promise<Report> {
  const base = local.consoleUrl
  const document = (await (await fetch(`${base}/api/v1/openapi.json`)).json()) as ApiDocument
  const other = await makeSecondTenant(local)
  const reader = await apiClient(base, local.tenant.apiKey).POST('/api/v1/api-keys', { body: { name: 'fuzz reader', role: 'viewer' } })
  const askers: Asker[] = [
    { name: 'tenant', key: local.tenant.apiKey, fits: 'tenant' },
    { name: 'other tenant', key: other.apiKey, fits: 'tenant' },
    { name: 'reader', key: reader.data!.key, fits: 'tenant' },
    { name: 'operator', key: local.operator.apiKey, fits: 'operator' },
    { name: 'nobody', key: undefined, fits: 'none' },
    { name: 'garbage', key: `pr_${'x'.repeat(43)}`, fits: 'none' },
  ]
  const once = async ({ method, url, headers, body }: Made): Promise<Answer> => {
    const answer = await fetch(base + url, { method, headers, redirect: 'manual', ...(body === undefined ? {} : { body }) })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }
  // A kept connection may end just when it is used again; a second time it is an answer that is missing.
  const send = (made: Made): Promise<Answer> => once(made).catch(() => once(made).catch((error: unknown) => ({ status: 599, headers: new Headers(), text: `no answer: ${String((error as Error).cause ?? error)}` })))
  return fuzz({ document, askers, count, seed, workers: 4, spare: await ownIds(base, askers, other.id), send })
}

/** Keys and tenants that the attack itself needs. */
async function ownIds(base: string, askers: readonly Asker[], otherId: string): Promise<Set<string>> {
  const ids = new Set([otherId])
  for (const { key } of askers.filter((a) => a.fits === 'tenant')) {
    const client = apiClient(base, key!)
    const keys = (await client.GET('/api/v1/api-keys')).data?.data ?? []
    for (const { id } of keys) ids.add(id)
    const own = (await client.GET('/api/v1/tenant')).data
    if (own) ids.add(own.id)
  }
  return ids
}

function tell(report: Report, seconds: number): void {
  const statuses = [...report.byStatus].sort(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`)
  console.log(`${report.sent} requests, seed ${seed}, ${seconds.toFixed(0)} s, ${report.operations} operations of which ${report.succeeded.size} were also answered with success`)
  console.log(`answers: ${statuses.join(', ')}; ${report.outside} of them because a part outside did not answer`)
  const kinds = new Map<string, typeof report.faults>()
  for (const fault of report.faults) {
    const kind = `${fault.made.target.method} ${fault.made.target.path}: ${fault.why.join('; ').slice(0, 200)}`
    kinds.set(kind, [...(kinds.get(kind) ?? []), fault])
  }
  console.log(`${report.faults.length} faults of ${kinds.size} kinds`)
  for (const [kind, faults] of kinds) {
    const { made, answer } = faults[0]!
    console.log(`\n${faults.length} × ${kind}\n  ${made.kind}, ${made.asker.name}, answered ${answer.status}: ${answer.text.slice(0, 300)}\n  ${asCurl(made, '').slice(0, 1500)}`)
  }
}

const run = async (local: LocalJson) => {
  const began = Date.now()
  const report = await attack(local)
  tell(report, (Date.now() - began) / 1000)
  if (report.faults.length > 0) process.exitCode = 1
}

const named = process.env['POSTROOM_LOCAL_JSON']
if (named) await run(readLocalJson(named))
else {
  const home = mkdtempSync(path.join(tmpdir(), 'postroom-fuzz-'))
  await withProduct(path.join(home, 'home'), (file) => run(readLocalJson(file)))
  rmSync(home, { recursive: true, force: true })
}
