import {
  CloneReceiptRuleSetCommand,
  CreateReceiptRuleCommand,
  CreateReceiptRuleSetCommand,
  DeleteReceiptRuleCommand,
  ListReceiptRuleSetsCommand,
  SetActiveReceiptRuleSetCommand,
} from '@aws-sdk/client-ses'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ses } from '@/lib/aws/clients'
import { said } from '@/lib/core/rules/why'
import type { OperatorContext } from '@/lib/core/access/actor'
import { applyPlan } from './apply-plan'
import { checkSync } from './check-sync'
import { createPlan } from './create-plan'
import { makePlan } from './make-plan'
import { listPlans, readPlan } from './read-plan'
import { cancelPlan, requestApply } from './request-apply'
import { requestSync } from './request-sync'
import { inPlatform } from '@/lib/db/tenant'
import { startWorld, type World } from './world.fixture'

let world: World
const ctx: OperatorContext = { actor: { kind: 'user', id: 'op' } }
const reason = said('domainVerified')

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.db.become('worker')
  await world.foreign.send(new SetActiveReceiptRuleSetCommand({}))
  await world.db.owner.query('TRUNCATE plan, managed_rule, domain, operator_audit')
  await world.db.owner.query(`DELETE FROM pgboss.job`)
  await world.db.owner.query(`DELETE FROM platform_setting WHERE key IN ('sync.accepted', 'platformDomain')`)
})

const ruleNames = () => (world.active()?.rules ?? []).map((r) => r.Name)
const recipients = () => (world.active()?.rules ?? []).flatMap((r) => r.Recipients ?? [])
const ours = (slot: number) => `postroom-${world.installation}-000${slot}`

async function sync() {
  const plan = await makePlan({ reason })
  return plan.status === 'ready' ? applyPlan({ planId: plan.id }) : plan
}
const secondPlanIsEmpty = async () => expect(await makePlan({ reason })).toMatchObject({ status: 'applied', steps: [], applyable: false })

let n = 0
async function foreignSet(rules: string[]): Promise<string> {
  const RuleSetName = `theirs-${n++}`
  await world.foreign.send(new CreateReceiptRuleSetCommand({ RuleSetName }))
  for (const name of [...rules].reverse()) await foreignRule(RuleSetName, name)
  await world.foreign.send(new SetActiveReceiptRuleSetCommand({ RuleSetName }))
  return RuleSetName
}
const foreignRule = (RuleSetName: string, Name: string, After?: string) =>
  world.foreign.send(
    new CreateReceiptRuleCommand({
      ...{ RuleSetName, After },
      Rule: { Name, Recipients: [`${Name}.example`], Enabled: true, Actions: [{ AddHeaderAction: { HeaderName: 'X-Theirs', HeaderValue: Name } }] },
    }),
  )

describe('the first sync', () => {
  it('makes a set, writes the books, and the second plan is empty', async () => {
    await world.addDomain('a.test')
    await world.addDomain('b.test')
    const done = await sync()
    expect(done).toMatchObject({ status: 'applied', counts: { create: 1 }, progress: { phase: 'done', done: 3, total: 3 }, note: null })
    expect(world.active()?.rules).toEqual([
      expect.objectContaining({ Name: ours(1), Enabled: true, ScanEnabled: true, TlsPolicy: 'Optional', Recipients: ['a.test', 'b.test'] }),
    ])
    const books = await world.db.owner.query('SELECT name, slot FROM managed_rule')
    expect(books.rows).toEqual([{ name: ours(1), slot: 1 }])
    await secondPlanIsEmpty()
  })

  it('applies by itself, through a job that stands with the plan', async () => {
    await world.addDomain('a.test')
    const plan = await makePlan({ reason })
    expect(plan.status).toBe('ready')
    expect(await world.jobs('sync-apply')).toEqual([{ planId: plan.id }])
  })

  it('is one plan however often it is asked for by ourselves, and an operator gets one of their own', async () => {
    await world.addDomain('a.test')
    const plan = await makePlan({ reason })
    expect((await makePlan({ reason })).id).toBe(plan.id)
    expect(await checkSync()).toMatchObject({ id: plan.id })
    expect(await world.jobs('sync-apply')).toEqual([{ planId: plan.id }])
    expect((await createPlan({ ctx })).id).not.toBe(plan.id)
  })

  it('leaves no plan behind when it looks before receiving is set up', async () => {
    const { rows } = await world.db.owner.query(`DELETE FROM platform_setting WHERE key = 'receiving' RETURNING value`)
    try {
      expect(await checkSync()).toBeUndefined()
      expect((await world.db.owner.query('SELECT 1 FROM plan')).rowCount).toBe(0)
    } finally {
      await world.db.owner.query(`INSERT INTO platform_setting (key, value) VALUES ('receiving', $1)`, [rows[0]!.value])
    }
  })

  it('fails with a sentence where receiving is not set up', async () => {
    const setting = await world.db.owner.query(`DELETE FROM platform_setting WHERE key = 'receiving' RETURNING value`)
    expect(await makePlan({ reason })).toMatchObject({ status: 'failed', applyable: false, note: expect.stringContaining('npm run aws:setup') })
    await world.db.owner.query(`INSERT INTO platform_setting (key, value) VALUES ('receiving', $1)`, [JSON.stringify(setting.rows[0].value)])
  })

  it('can be planned by the web role, and asked for inside a transaction: one job for all changes of five seconds', async () => {
    world.db.become('web')
    expect((await createPlan({ ctx })).status).toBe('applied')
    await inPlatform((tx) => requestSync(tx, 'domainVerified'))
    await inPlatform((tx) => requestSync(tx, 'domainRemoved'))
    expect(await world.jobs('sync-plan')).toEqual([{ reason: 'domainVerified' }])
  })
})

describe('foreign rules', () => {
  it('a foreign active set waits for an operator, then its rules stand first, as they were', async () => {
    await world.addDomain('a.test')
    const theirs = await foreignSet(['f1', 'f2'])
    const before = world.active()?.rules
    const plan = await makePlan({ reason })
    expect(plan).toMatchObject({ status: 'waiting', applyable: true, note: expect.stringContaining(theirs) })
    expect(await world.jobs('sync-apply')).toEqual([])
    expect((await applyPlan({ planId: plan.id })).status).toBe('waiting')
    expect(world.active()?.name).toBe(theirs)

    world.db.become('web')
    expect(await requestApply({ ctx, input: { id: plan.id } })).toMatchObject({ status: 'ready' })
    world.db.become('worker')
    expect(await world.jobs('sync-apply')).toEqual([{ planId: plan.id }])
    expect((await applyPlan({ planId: plan.id })).status).toBe('applied')
    expect(world.active()?.rules.slice(0, 2)).toEqual(before)
    expect(ruleNames()).toEqual(['f1', 'f2', ours(1)])
    await secondPlanIsEmpty()
    // Met before: next time nobody is asked.
    await world.foreign.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: theirs }))
    expect((await sync()).status).toBe('applied')
    expect(ruleNames()).toEqual(['f1', 'f2', ours(1)])
  })

  it('the newest of the plans that wait is the one to read', async () => {
    await world.addDomain('a.test')
    await foreignSet(['f1'])
    const old = await makePlan({ reason })
    await world.addDomain('b.test')
    const plan = await makePlan({ reason })
    expect(plan.status).toBe('waiting')
    expect(await readPlan({ ctx, input: { id: old.id } })).toMatchObject({ status: 'stale', note: 'A newer plan has taken its place.' })
    // An apply of the old one does nothing, and one of the new one everything.
    await requestApplyAsWeb(old.id)
    expect((await applyPlan({ planId: old.id })).status).toBe('stale')
    await requestApplyAsWeb(plan.id)
    expect((await applyPlan({ planId: plan.id })).status).toBe('applied')
    expect(recipients()).toEqual(['f1.example', 'a.test', 'b.test'])
  })

  it('a foreign rule in our set stays as it was, and ours go behind it', async () => {
    await world.addDomain('a.test')
    await sync()
    await foreignRule(world.active()?.name ?? '', 'late', ours(1))
    expect((await sync()).status).toBe('applied')
    expect(ruleNames()).toEqual(['late', ours(1)])
    await secondPlanIsEmpty()
  })

  it('receiving that somebody switched off waits for an operator', async () => {
    await world.addDomain('a.test')
    await sync()
    await world.foreign.send(new SetActiveReceiptRuleSetCommand({}))
    expect(await makePlan({ reason })).toMatchObject({ status: 'waiting', note: expect.stringContaining('switched receiving off') })
  })
})

describe('stale', () => {
  it('is refused, switches nothing, and a new plan is made', async () => {
    await world.addDomain('a.test')
    await sync()
    await world.addDomain('b.test')
    const plan = await createPlan({ ctx })
    expect(plan).toMatchObject({ status: 'ready', applyable: true })
    expect((await world.jobs('sync-apply')).map((j) => j['planId'])).not.toContain(plan.id)
    await foreignRule(world.active()?.name ?? '', 'f')
    const active = world.active()?.name
    await requestApplyAsWeb(plan.id)
    expect(await applyPlan({ planId: plan.id })).toMatchObject({ status: 'stale', applyable: false })
    expect(world.active()?.name).toBe(active)
    const [next] = (await listPlans({ ctx, input: {} })).data
    expect(next).toMatchObject({ status: 'ready', reason: `Plan ${plan.id} was stale.` })
    expect((await applyPlan({ planId: next?.id ?? '' })).status).toBe('applied')
    expect(ruleNames()).toEqual(['f', ours(1)])
    expect(recipients()).toEqual(['f.example', 'a.test', 'b.test'])
    // The first one asks for what is not the state any more: still stale.
    await requestApplyAsWeb(plan.id)
    expect((await applyPlan({ planId: plan.id })).status).toBe('stale')
    await secondPlanIsEmpty()
  })

  it('becomes applied where its target is active already', async () => {
    await world.addDomain('a.test')
    const [first, second] = [await makePlan({ reason }), await createPlan({ ctx })]
    expect((await applyPlan({ planId: first.id })).status).toBe('applied')
    await world.db.owner.query(`UPDATE plan SET status = 'stale' WHERE id = $1`, [second.id])
    await requestApplyAsWeb(second.id)
    expect((await applyPlan({ planId: second.id })).status).toBe('applied')
    await secondPlanIsEmpty()
  })

  it('is a plan whose tenants want something else by now', async () => {
    await world.addDomain('a.test')
    const plan = await makePlan({ reason })
    await world.addDomain('b.test')
    expect((await applyPlan({ planId: plan.id })).status).toBe('stale')
    expect((await sync()).status).toBe('applied')
    expect(recipients()).toEqual(['a.test', 'b.test'])
  })

  it('a change while the copy is made stops the switch', async () => {
    await world.addDomain('a.test')
    await sync()
    await world.addDomain('b.test')
    const plan = await makePlan({ reason })
    const before = world.active()?.name
    const stop = afterCall('UpdateReceiptRuleCommand', () => foreignRule(before ?? '', 'meanwhile'))
    const result = await applyPlan({ planId: plan.id }).finally(stop)
    expect(result.status).toBe('stale')
    expect(world.active()?.name).toBe(before)
    await sync()
    expect(ruleNames()).toEqual(['meanwhile', ours(1)])
    expect(recipients()).toEqual(['meanwhile.example', 'a.test', 'b.test'])
    await secondPlanIsEmpty()
  })

  it('a change in the last second is carried over', async () => {
    await world.addDomain('a.test')
    await sync()
    await world.addDomain('b.test')
    const plan = await makePlan({ reason })
    const old = world.active()?.name ?? ''
    // After the last look at the active set, and before the switch has been answered.
    const stop = afterCall('SetActiveReceiptRuleSetCommand', () => foreignRule(old, 'late'))
    expect((await applyPlan({ planId: plan.id }).finally(stop)).status).toBe('applied')
    expect(ruleNames()).toEqual([ours(1)])
    const [next] = (await listPlans({ ctx, input: {} })).data
    expect(next).toMatchObject({ status: 'ready', reason: expect.stringContaining(old) })
    expect((await applyPlan({ planId: next?.id ?? '' })).status).toBe('applied')
    expect(ruleNames()).toEqual(['late', ours(1)])
    expect(recipients()).toEqual(['late.example', 'a.test', 'b.test'])
    await secondPlanIsEmpty()
  })
})

describe('an operator', () => {
  it('cancels what has not begun, and is told when it cannot be; each write is in the audit', async () => {
    await world.addDomain('a.test')
    world.db.become('web')
    const plan = await createPlan({ ctx })
    expect((await cancelPlan({ ctx, input: { id: plan.id } })).status).toBe('cancelled')
    await expect(cancelPlan({ ctx, input: { id: plan.id } })).rejects.toMatchObject({ code: 'conflict' })
    await expect(requestApply({ ctx, input: { id: plan.id } })).rejects.toMatchObject({ code: 'conflict' })
    for (const id of ['nonsense', '00000000-0000-4000-8000-000000000000']) await expect(readPlan({ ctx, input: { id } })).rejects.toMatchObject({ code: 'not_found' })
    const { rows } = await world.db.owner.query('SELECT verb FROM operator_audit ORDER BY at')
    expect(rows.map((r) => r.verb)).toEqual(['plan.create', 'plan.cancel'])
    world.db.become('worker')
    expect((await applyPlan({ planId: plan.id })).status).toBe('cancelled')
    expect(world.active()).toBeUndefined()
  })
})

it('keeps five old sets of ours, and none of anybody else is deleted', async () => {
  const theirs = await foreignSet(['f1'])
  await world.foreign.send(new SetActiveReceiptRuleSetCommand({}))
  for (let i = 0; i < 8; i++) {
    await world.addDomain(`d${i}.test`)
    expect((await sync()).status).toBe('applied')
  }
  const { RuleSets = [] } = await world.foreign.send(new ListReceiptRuleSetsCommand({}))
  const names = RuleSets.map((s) => s.Name ?? '')
  expect(names).toContain(theirs)
  expect(names.filter((s) => s.startsWith(`postroom-${world.installation}-`))).toHaveLength(6)
})

it('what SES refuses ends the plan as failed, with the reason, and leaves no copy', async () => {
  await world.addDomain('a.test')
  await sync()
  const before = world.active()
  await world.addDomain('b.test')
  const plan = await makePlan({ reason })
  const stop = afterCall('UpdateReceiptRuleCommand', () => {
    throw Object.assign(new Error('Invalid recipient: b.test'), { name: 'InvalidParameterValue', $fault: 'client' })
  })
  const result = await applyPlan({ planId: plan.id }).finally(stop)
  expect(result).toMatchObject({ status: 'failed', note: expect.stringContaining('Invalid recipient: b.test') })
  expect(world.active()).toEqual(before)
  const { RuleSets = [] } = await world.foreign.send(new ListReceiptRuleSetsCommand({}))
  expect(RuleSets.filter((s) => s.Name?.startsWith(`postroom-${world.installation}-`)).length).toBeLessThanOrEqual(6)
  expect((await sync()).status).toBe('applied')
})

it('killed after any call and run again: the same end, and mail is taken at every moment', async () => {
  await foreignSet(['f1'])
  await world.addDomain('kept.test')
  const first = await createPlan({ ctx })
  await requestApplyAsWeb(first.id)
  // A look between accept and apply makes no second plan that would wait again.
  expect(await checkSync()).toMatchObject({ id: first.id, status: 'ready' })
  await applyPlan({ planId: first.id })
  expect(recipients()).toContain('kept.test')
  for (let k = 1; ; k++) {
    await world.addDomain(`new${k}.test`)
    await world.removeDomain(`new${k - 1}.test`)
    const plan = await makePlan({ reason })
    expect(plan.status).toBe('ready')
    let calls = 0
    const stop = afterCall(undefined, () => {
      expect(recipients()).toEqual(expect.arrayContaining(['f1.example', 'kept.test']))
      if (++calls === k) throw new Error('killed')
    })
    const killed = await applyPlan({ planId: plan.id }).then(
      () => false,
      () => true,
    )
    // A plan that had not begun is still ready: its job is tried again. One that had begun is found by the worker's look.
    if (killed) await checkSync()
    if ((await readPlan({ ctx, input: { id: plan.id } })).status === 'ready') await applyPlan({ planId: plan.id })
    stop()
    expect(await readPlan({ ctx, input: { id: plan.id } }), `killed after call ${k}`).toMatchObject({ status: 'applied', note: null })
    expect(recipients().sort()).toEqual(['f1.example', 'kept.test', `new${k}.test`])
    expect(ruleNames()).toEqual(['f1', ours(1)])
    await secondPlanIsEmpty()
    const { RuleSets = [] } = await world.foreign.send(new ListReceiptRuleSetsCommand({}))
    expect(RuleSets.filter((s) => s.Name?.startsWith(`postroom-${world.installation}-`)).length).toBeLessThanOrEqual(6)
    if (!killed) {
      expect(k).toBeGreaterThan(8)
      return
    }
  }
})

it('cancelled while it is applied: the active set is untouched, the copy is gone, and the second plan is as before', async () => {
  await foreignSet(['f1'])
  await world.addDomain('a.test')
  const first = await createPlan({ ctx })
  await requestApplyAsWeb(first.id)
  await applyPlan({ planId: first.id })
  const before = world.active()
  await world.addDomain('b.test')
  const plan = await makePlan({ reason })
  const sets = async () => (await world.foreign.send(new ListReceiptRuleSetsCommand({}))).RuleSets?.map((s) => s.Name).sort()
  const setsBefore = await sets()
  const stop = afterCall('UpdateReceiptRuleCommand', async () => {
    expect(await cancelPlan({ ctx, input: { id: plan.id } })).toMatchObject({ status: 'cancelled' })
  })
  expect(await applyPlan({ planId: plan.id }).finally(stop)).toMatchObject({ status: 'cancelled' })
  expect(world.active()).toEqual(before)
  expect(await sets()).toEqual(setsBefore)
  await expect(cancelPlan({ ctx, input: { id: plan.id } })).rejects.toMatchObject({ code: 'conflict' })
  const { rows } = await world.db.owner.query(`SELECT before FROM operator_audit WHERE verb = 'plan.cancel'`)
  expect(rows).toEqual([{ before: { status: 'applying' } }])
  const again = await makePlan({ reason })
  expect(again.steps).toEqual(plan.steps)
  expect((await applyPlan({ planId: again.id })).status).toBe('applied')
  await secondPlanIsEmpty()
})

it('drift is found and put right without anybody asking', async () => {
  await world.addDomain('a.test')
  await sync()
  expect(await checkSync()).toBeUndefined()
  await world.foreign.send(new DeleteReceiptRuleCommand({ RuleSetName: world.active()?.name, RuleName: ours(1) }))
  const plan = await checkSync()
  expect(plan).toMatchObject({ status: 'ready', counts: { create: 1 } })
  await applyPlan({ planId: plan?.id ?? '' })
  expect(recipients()).toEqual(['a.test'])
})

it('two at once: one after the other, and the plan waits for the apply', async () => {
  await world.addDomain('a.test')
  const plan = await makePlan({ reason })
  const [one, two, after] = await Promise.all([applyPlan({ planId: plan.id }), applyPlan({ planId: plan.id }), makePlan({ reason })])
  expect([one.status, two.status]).toEqual(['applied', 'applied'])
  if (after.status === 'ready') expect((await applyPlan({ planId: after.id })).status).toBe('applied')
  await secondPlanIsEmpty()
})

it('waits for a place among 40 rule sets by letting old ones of ours go', async () => {
  await world.addDomain('a.test')
  await sync()
  const active = world.active()?.name ?? ''
  const { RuleSets = [] } = await world.foreign.send(new ListReceiptRuleSetsCommand({}))
  for (let i = RuleSets.length; i < 40; i++)
    await world.foreign.send(new CloneReceiptRuleSetCommand({ RuleSetName: `postroom-${world.installation}-20200101000000-${i}`, OriginalRuleSetName: active }))
  await world.addDomain('b.test')
  expect((await sync()).status).toBe('applied')
})

it('a lost lock stops the work before the next call, and the next look goes on', async () => {
  await world.addDomain('a.test')
  await sync()
  await world.addDomain('b.test')
  const plan = await makePlan({ reason })
  const before = world.active()?.name
  const stop = afterCall('CloneReceiptRuleSetCommand', async () => {
    await world.db.owner.query(`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`)
    await new Promise((done) => setImmediate(done))
  })
  await expect(applyPlan({ planId: plan.id }).finally(stop)).rejects.toMatchObject({ permanence: 'transient', message: expect.stringContaining('lock was lost') })
  expect(world.active()?.name).toBe(before)
  await checkSync()
  expect(recipients()).toEqual(['a.test', 'b.test'])
  expect((await readPlan({ ctx, input: { id: plan.id } })).status).toBe('applied')
})

it('keeps to the pace that is set: with SES throttling at it, nothing fails', async () => {
  await world.db.owner.query(`UPDATE platform_setting SET value = '{"callsPerSecond": 8}' WHERE key = 'sync'`)
  const throttle = (ses: number | null) => fetch(`${world.aws.aws.endpoint}/_local/throttle`, { method: 'PUT', body: JSON.stringify({ ses }) })
  await throttle(8)
  await world.addDomain('a.test')
  expect((await sync()).status).toBe('applied')
  await throttle(null)
  await world.db.owner.query(`UPDATE platform_setting SET value = '{"callsPerSecond": 1000}' WHERE key = 'sync'`)
})

async function requestApplyAsWeb(id: string): Promise<void> {
  world.db.become('web')
  await requestApply({ ctx, input: { id } })
  world.db.become('worker')
}

/** Does something after a call of the product's own client has been answered, before the product hears of it. Gives the end of it. */
function afterCall(command: string | undefined, act: () => unknown): () => void {
  ses().middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args)
      if (command === undefined || context.commandName === command) await act()
      return answer
    },
    { step: 'initialize', name: 'after-call', override: true },
  )
  return () => ses().middlewareStack.remove('after-call')
}
