import { CloneReceiptRuleSetCommand, CreateReceiptRuleSetCommand, SetActiveReceiptRuleSetCommand } from '@aws-sdk/client-ses'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { ses } from '@/lib/aws/clients'
import type { OperatorContext } from '@/lib/core/access/actor'
import { said } from '@/lib/core/rules/why'
import { applyPlan } from './apply-plan'
import { checkSync } from './check-sync'
import { createPlan } from './create-plan'
import { withSyncLock } from './lock'
import { readLook } from './look'
import { makePlan } from './make-plan'
import { listPlans, readPlanDetail, readWholePlan } from './read-plan'
import { lastApplied, openPlan } from './standing'
import { startWorld, type World } from './world.fixture'

let world: World
const ctx: OperatorContext = { actor: { kind: 'user', id: 'op' } }
const look = () => readLook({ ctx })

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.db.become('worker')
  await world.foreign.send(new SetActiveReceiptRuleSetCommand({}))
  await world.db.owner.query('TRUNCATE plan, managed_rule, domain, operator_audit, sync_look')
  await world.db.owner.query('DELETE FROM pgboss.job')
})

async function sync() {
  const plan = await makePlan({ reason: said('domainVerified') })
  return plan.status === 'ready' ? applyPlan({ planId: plan.id }) : plan
}

it('tells what SES had when it was read, and since when it is as planned', async () => {
  expect([await look(), await lastApplied({ ctx })]).toEqual([null, null])
  await world.addDomain('a.test')
  const before = new Date()
  await makePlan({ reason: said('domainVerified') })
  expect(await look()).toMatchObject({ activeSet: null, oursActive: false, rules: 0, calls: 3 })
  const plan = await sync()
  const name = world.active()!.name
  const now = await look()
  expect(now).toMatchObject({ activeSet: name, oursActive: true, rules: 1, ours: 1, calls: 0, failedAt: null, sets: [{ name, active: true, planId: plan.id }] })
  expect(now!.at.getTime()).toBeGreaterThanOrEqual(before.getTime())
  expect(await lastApplied({ ctx })).toMatchObject({ id: plan.id })
  // An empty plan is no apply.
  world.db.become('web')
  await createPlan({ ctx })
  expect(await lastApplied({ ctx })).toMatchObject({ id: plan.id })
})

it('is renewed by the regular look, which finds what another program did', async () => {
  await world.addDomain('a.test')
  await sync()
  const first = (await look())!.at
  expect(await checkSync()).toBeUndefined()
  expect((await look())!.at.getTime()).toBeGreaterThan(first.getTime())
  await world.foreign.send(new CreateReceiptRuleSetCommand({ RuleSetName: 'theirs' }))
  await world.foreign.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: 'theirs' }))
  await checkSync()
  expect(await look()).toMatchObject({ activeSet: 'theirs', oursActive: false, rules: 0, calls: 3, sets: [{ name: 'theirs', active: true, planId: null }, { active: false }] })
})

it('leaves no plan waiting once SES is as planned: whoever made it so', async () => {
  await world.addDomain('a.test')
  await sync()
  const ours = world.active()!.name
  await world.foreign.send(new CreateReceiptRuleSetCommand({ RuleSetName: 'for-a-while' }))
  await world.foreign.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: 'for-a-while' }))
  const waits = await makePlan({ reason: said('regularLook') })
  const asked = await createPlan({ ctx })
  expect([waits.status, asked.status]).toEqual(['waiting', 'waiting'])
  expect(await openPlan({ ctx })).toMatchObject({ id: asked.id, status: 'waiting' })
  await world.foreign.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: ours }))
  await checkSync()
  for (const { id } of [waits, asked]) expect(await readPlanDetail({ ctx, input: { id } })).toMatchObject({ status: 'stale', applyable: false, notes: [{ key: 'notNeeded' }] })
  expect(await openPlan({ ctx })).toBeNull()
  // Asked for all the same, it finds its target there and is applied, as any stale plan.
  expect((await applyPlan({ planId: asked.id })).status).toBe('applied')
})

it('lists the active set and the last five of ours, the newest first, and none of anybody else', async () => {
  for (let i = 0; i < 7; i++) {
    await world.addDomain(`d${i}.test`)
    expect((await sync()).status).toBe('applied')
  }
  await world.foreign.send(new CloneReceiptRuleSetCommand({ RuleSetName: 'copy-of-ours', OriginalRuleSetName: world.active()!.name }))
  await checkSync()
  const { sets } = (await look())!
  expect(sets).toHaveLength(6)
  expect(sets.map((s) => s.active)).toEqual([true, false, false, false, false, false])
  const times = sets.map((s) => s.at.getTime())
  expect(times).toEqual([...times].sort((a, b) => b - a))
  expect(sets.every((s) => s.planId !== null && s.name.startsWith(`postroom-${world.installation}-`))).toBe(true)
})

it('says that a look failed, and keeps what was seen before with its own time', async () => {
  await world.addDomain('a.test')
  await sync()
  const before = (await look())!
  ses().middlewareStack.add(() => async () => {
    throw Object.assign(new Error('No way to SES.'), { name: 'NetworkingError' })
  }, { step: 'initialize', name: 'cut', override: true })
  await expect(checkSync().finally(() => ses().middlewareStack.remove('cut'))).rejects.toMatchObject({ permanence: 'transient' })
  expect(await look()).toMatchObject({ at: before.at, activeSet: before.activeSet, failedAt: expect.any(Date), error: expect.stringContaining('No way to SES.') })
  await checkSync()
  expect(await look()).toMatchObject({ failedAt: null, error: null })
})

it('does not hold a page up while another sync is at work', async () => {
  let free = () => {}
  const held = withSyncLock('us-east-1', () => new Promise<void>((done) => (free = done)))
  await expect.poll(async () => (await world.db.owner.query(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`)).rowCount).toBe(1)
  await expect(createPlan({ ctx, waitMs: 50 })).rejects.toMatchObject({ name: 'Fault', permanence: 'transient', message: expect.stringContaining('Another sync') })
  free()
  await held
})

it('plans come newest first, page by page, also where two are of the same millisecond', async () => {
  for (let i = 0; i < 5; i++) await createPlan({ ctx })
  await world.db.owner.query(`UPDATE plan SET "createdAt" = date_trunc('second', now())`)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await listPlans({ ctx, input: { limit: 2, cursor } })
    seen.push(...page.data.map((p) => p.id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  const { rows } = await world.db.owner.query<{ id: string }>('SELECT id::text AS id FROM plan ORDER BY id DESC')
  expect(seen).toEqual(rows.map((r) => r.id))
})

it('a plan has its reason and notes as codes, and its sentences; one of before has its sentences alone', async () => {
  await world.addDomain('a.test')
  await world.foreign.send(new CreateReceiptRuleSetCommand({ RuleSetName: 'met' }))
  await world.foreign.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: 'met' }))
  const plan = await makePlan({ reason: said('domainVerified') })
  expect(plan).toMatchObject({
    ...{ reason: 'A domain was verified.', reasonCode: { key: 'domainVerified', params: {} }, status: 'waiting' },
    ...{ note: expect.stringContaining('met'), notes: [{ key: 'foreignSet', params: { set: 'met', n: 0 } }] },
  })
  await world.db.owner.query('UPDATE plan SET "reasonCode" = NULL, notes = NULL')
  expect(await readPlanDetail({ ctx, input: { id: plan.id } })).toMatchObject({ reasonCode: { key: 'domainVerified' }, notes: null, reason: 'A domain was verified.', by: null, callsPerSecond: 1000 })
  expect((await readWholePlan({ ctx, input: { id: plan.id } })).target.rules).toMatchObject([{ recipients: expect.arrayContaining(['a.test']) }])
  // A job that an older version left carries a sentence.
  expect(await makePlan({ reason: 'Somebody wanted it.', createdBy: 'user 00000000-0000-4000-8000-000000000000' })).toMatchObject({ reason: 'Somebody wanted it.', reasonCode: null })
})
