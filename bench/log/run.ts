import os from 'node:os'
import pg from 'pg'
import type { TenantContext } from '@/lib/core/access/actor'
import { openDatabase, useDatabase } from '@/lib/db/client'
import { createUser } from '@/lib/services/account/create-user'
import { publishRuleSet } from '@/lib/services/rule-set/publish'
import { saveDraft } from '@/lib/services/rule-set/save-draft'
import { createTenant } from '@/lib/services/tenant/create'
import { benchDatabase } from '../cluster'
import { cpuOf } from '../cpu'
import { Client } from '../http'
import { compare, type Compared } from './compare'
import { fillLog } from './fill'
import { floorOf, serviceCases } from './services'
import { startWeb } from './web'

export interface Options {
  /** Deliveries of the tenant that is measured. */
  sizes: readonly number[]
  say: (sentence: string) => void
}

export interface Size {
  rows: number
  services: Compared[]
  pages: Compared[]
  load: number
}

/** The log's services in this process, and its pages as the console serves them, at growing sizes; each beside a floor in the same run. */
export async function benchLog({ sizes, say }: Options): Promise<Size[]> {
  const database = await benchDatabase()
  const owner = new pg.Client({ connectionString: database.owner })
  const floor = new pg.Client({ connectionString: database.web })
  const ours = openDatabase(database.web)
  useDatabase(ours)
  await Promise.all([owner.connect(), floor.connect()])
  const web = await startWeb(database.web)
  const client = new Client(web.url)
  const stranger = new Client(web.url)
  try {
    const { ctx, slug } = await makeTenant(client)
    await floor.query(`SELECT set_config('app.tenant', $1, false)`, [ctx.tenantId])
    const bare = floorOf(floor, ctx.tenantId)
    const postgres = () => cpuOf(database.pid)
    const here = { node: () => cpuOf(process.pid, { alone: true }), postgres }
    const there = { node: () => cpuOf(web.pid), postgres }
    const done: Size[] = []
    for (const rows of sizes) {
      say(`Filling the log with ${rows.toLocaleString('en')} deliveries, and half as many of others`)
      const began = performance.now()
      await fillLog(owner, ctx.tenantId, rows)
      say(`Filled in ${((performance.now() - began) / 1000).toFixed(0)} s`)
      const deep = await deepId(owner, ctx.tenantId, rows)
      const services = []
      for (const [name, work] of serviceCases(ctx, deep)) services.push(told(await compare(name, here, work, bare), say))
      const pages = []
      for (const [name, path] of pagesOf(slug, deep)) pages.push(told(await compare(name, there, () => client.page(path), () => stranger.page('/login')), say))
      done.push({ rows, services, pages, load: os.loadavg()[0]! })
    }
    return done
  } finally {
    client.close()
    stranger.close()
    web.stop()
    await Promise.all([owner.end(), floor.end(), ours.close()])
    await database.stop()
  }
}

const seed = { actor: { kind: 'job', id: 'bench' } } as const

async function makeTenant(client: Client): Promise<{ ctx: TenantContext; slug: string }> {
  const account = { email: 'owner@bench.example', password: 'a password of the benchmark' }
  const user = await createUser({ ctx: seed, input: { ...account, name: 'Owner' } })
  const { id: tenantId, slug } = await createTenant({ ctx: seed, input: { slug: 'bench', name: 'Bench', ownerId: user.id }, known: true })
  const ctx: TenantContext = { actor: { kind: 'user', id: user.id }, tenantId, role: 'owner' }
  const rules = Array.from({ length: 10 }, (_, i) => ({ name: `rule ${i}`, when: { field: 'subject' as const, op: 'contains' as const, values: [`word ${i}`] }, actions: [{ type: 'keep' as const }] }))
  await saveDraft({ ctx, input: { rules } })
  await publishRuleSet({ ctx })
  await client.logIn(account)
  return { ctx, slug }
}

async function deepId(owner: pg.Client, tenantId: string, rows: number): Promise<string> {
  const found = await owner.query<{ id: string }>('SELECT id FROM delivery WHERE "tenantId" = $1 ORDER BY id DESC OFFSET $2 LIMIT 1', [tenantId, Math.floor((rows * 2) / 3)])
  return found.rows[0]!.id
}

function pagesOf(slug: string, deep: string): [string, string][] {
  const log = `/t/${slug}/messages`
  return [
    ['log, first page', log],
    ['log, outcome quarantined', `${log}?disposition=quarantined`],
    ['log, DMARC FAIL of 7 days', `${log}?dmarc=FAIL&period=7d`],
    ['log, last 24 h', `${log}?period=24h`],
    ['log, search', `${log}?q=shipment`],
    ['log, deep', `${log}?cursor=${deep}`],
    ['rules with hits', `/t/${slug}/rules`],
    ['Today', `/t/${slug}`],
  ]
}

function told(c: Compared, say: (sentence: string) => void): Compared {
  say(`${c.name}: ${c.p50.toFixed(1)} ms, p95 ${c.p95.toFixed(1)} (floor ${c.floor.p50.toFixed(2)}, ${c.floor.p95.toFixed(2)}), CPU ${c.cpu.node.toFixed(1)} + ${c.cpu.postgres.toFixed(1)}`)
  return c
}
