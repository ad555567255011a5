import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { TenantContext } from '@/lib/core/access/actor'
import { bucket, openMailroom, plainMail, type Mailroom } from '@/lib/testing/mailroom'
import { DeleteObjectCommand } from '@aws-sdk/client-s3'
import { s3 } from '@/lib/aws/clients'
import { actOnNotification } from './notification'
import { replayDelivery } from './replay'
import { runRelease } from './run-release'
import { ReplayJob, runReplay } from './run-replay'
import { simulate } from './simulate'

let room: Mailroom
let tenant: string
let foreign: string
let n = 0

beforeAll(async () => {
  room = await openMailroom()
  foreign = await room.tenant('foreign', 'foreign.example')
})
afterAll(() => room.close())
beforeEach(async () => {
  n += 1
  tenant = await room.tenant(`t${n}`, `t${n}.example`)
})

const ctx = (role: TenantContext['role'] = 'member', tenantId = tenant): TenantContext => ({ actor: { kind: 'user', id: 'u1' }, tenantId, role })
const asWeb = async <R>(work: () => Promise<R>): Promise<R> => {
  room.db.become('web')
  return work().finally(() => room.db.become('worker'))
}
const dropAll = [{ name: 'away', actions: [{ type: 'drop' }] }]

async function arrived(subject = 'Invoice 88', verdicts = {}): Promise<string> {
  await actOnNotification(await room.arrive({ sesMessageId: `r${n}`, recipients: [`a@t${n}.example`], raw: plainMail(subject), verdicts }))
  return (await room.db.owner.query('SELECT id FROM delivery WHERE "tenantId" = $1', [tenant])).rows[0].id
}
const jobs = async () =>
  (await room.db.owner.query(`SELECT data FROM pgboss.job WHERE name = 'replay' AND data ->> 'tenantId' = $1`, [tenant])).rows.map((r) => ReplayJob.parse(r.data))
const state = async () => ({
  delivery: (await room.db.owner.query('SELECT disposition, "matchedRules", "ruleVersion" FROM delivery WHERE "tenantId" = $1', [tenant])).rows[0],
  counts: Object.fromEntries((await room.db.owner.query('SELECT disposition, n FROM day_count WHERE "tenantId" = $1', [tenant])).rows.map((r) => [r.disposition, r.n])),
  runs: (await room.db.owner.query('SELECT run FROM trace WHERE "tenantId" = $1 ORDER BY run', [tenant])).rows.map((r) => r.run),
  events: (await room.db.owner.query('SELECT key FROM event WHERE "tenantId" = $1 ORDER BY key', [tenant])).rows.map((r) => r.key),
  audit: (await room.db.owner.query('SELECT verb, "actorKind", "actorId", before, after FROM audit WHERE "tenantId" = $1', [tenant])).rows,
})

it('runs the published rules on the stored mail again, once', async () => {
  const id = await arrived()
  await room.publish(tenant, 1, dropAll)
  expect(await asWeb(() => replayDelivery({ ctx: ctx(), input: { id } }))).toEqual({ accepted: true, run: 2 })
  expect(await asWeb(() => replayDelivery({ ctx: ctx(), input: { id } }))).toEqual({ accepted: true, run: 2 })
  const waiting = await jobs()
  expect(waiting).toHaveLength(1)
  await Promise.all([runReplay(waiting[0]!), runReplay(waiting[0]!), runReplay(waiting[0]!)])
  expect(await state()).toMatchObject({
    delivery: { disposition: 'dropped', matchedRules: ['away'], ruleVersion: 1 },
    counts: { kept: 0, dropped: 1 },
    runs: [1, 2],
    events: ['received', 'replayed:2', 'routed'],
    audit: [{ verb: 'message.replay', actorKind: 'user', actorId: 'u1', before: { disposition: 'kept' }, after: { disposition: 'dropped', ruleVersion: 1, run: 2 } }],
  })
})

it('keeps what somebody has released from quarantine', async () => {
  const id = await arrived()
  await room.publish(tenant, 1, [{ name: 'set aside', actions: [{ type: 'quarantine' }] }])
  const run = (n: number) => runReplay({ tenantId: tenant, deliveryId: id, run: n, actorKind: 'user', actorId: 'u1' })
  await run(2)
  expect((await state()).delivery).toMatchObject({ disposition: 'quarantined' })
  await room.db.owner.query(
    `INSERT INTO message_release ("tenantId", "deliveryId", "actorKind", "actorId", "dueAt") VALUES ($1, $2, 'user', 'u1', now())`, [tenant, id])
  await runRelease({ tenantId: tenant, deliveryId: id })
  await run(3)
  expect(await state()).toMatchObject({ delivery: { disposition: 'kept', matchedRules: ['set aside'] }, counts: { kept: 1, quarantined: 0 }, runs: [1, 2, 3] })
  await room.publish(tenant, 2, dropAll)
  await run(4)
  expect((await state()).delivery).toMatchObject({ disposition: 'dropped' })
})

it('refuses a viewer, a foreign id and a missing one', async () => {
  const id = await arrived()
  await expect(asWeb(() => replayDelivery({ ctx: ctx('viewer'), input: { id } }))).rejects.toMatchObject({ code: 'forbidden' })
  const missing = '01900000-0000-7000-8000-000000000000'
  const answers = await Promise.allSettled([
    asWeb(() => replayDelivery({ ctx: ctx('owner', foreign), input: { id } })),
    asWeb(() => replayDelivery({ ctx: ctx(), input: { id: missing } })),
    asWeb(() => simulate({ ctx: ctx('owner', foreign), input: { messageId: id } })),
  ])
  expect(answers.map((a) => a.status === 'rejected' && [a.reason.code, a.reason.message])).toEqual(Array.from({ length: 3 }, () => ['not_found', 'There is no such message.']))
})

it('fails in a way that is tried again while S3 does not give the mail', async () => {
  const id = await arrived()
  const { rows } = await room.db.owner.query('SELECT "rawKey" FROM message WHERE "tenantId" = $1', [tenant])
  await s3().send(new DeleteObjectCommand({ Bucket: bucket, Key: rows[0].rawKey }))
  const job = { tenantId: tenant, deliveryId: id, run: 2, actorKind: 'user' as const, actorId: 'u1' }
  await expect(runReplay(job)).rejects.toMatchObject({ permanence: 'transient' })
  await expect(runReplay({ ...job, tenantId: foreign })).rejects.toMatchObject({ permanence: 'permanent' })
  expect((await state()).runs).toEqual([1])
})

it('simulates the rules given, else the draft, else what is published, and changes nothing', async () => {
  const id = await arrived()
  const run = (input: Parameters<typeof simulate>[0]['input']) => asWeb(() => simulate({ ctx: ctx(), input }))
  expect(await run({ messageId: id })).toMatchObject({ disposition: 'kept', version: null })
  await room.publish(tenant, 1, dropAll)
  expect(await run({ messageId: id })).toMatchObject({ disposition: 'dropped', version: 1, matchedRules: ['away'] })
  const draft = [{ name: 'hold', when: { all: [{ field: 'subject', op: 'contains', values: ['INVOICE'] }] }, actions: [{ type: 'quarantine' }] }]
  await room.db.owner.query('INSERT INTO rule_draft ("tenantId", rules) VALUES ($1, $2)', [tenant, JSON.stringify(draft)])
  const simulated = await run({ messageId: id })
  expect(simulated).toMatchObject({ disposition: 'quarantined', version: 'draft' })
  expect(simulated.trace.find((s) => s.name === 'hold')).toMatchObject({ matched: true, because: 'subject contains "INVOICE": "Invoice 88"', outcome: 'quarantined' })
  expect(await run({ messageId: id, rules: [] })).toMatchObject({ disposition: 'kept', version: 'draft' })
  expect(await state()).toMatchObject({ delivery: { disposition: 'kept' }, counts: { kept: 1 }, runs: [1], audit: [] })
})

it('simulates a mail of the asker, with verdicts given, stamped or taken as PASS', async () => {
  const run = (raw: string, more = {}) => asWeb(() => simulate({ ctx: ctx(), input: { raw: Buffer.from(raw).toString('base64'), recipient: `a+x@t${n}.example`, ...more } }))
  expect(await run(plainMail('x'))).toMatchObject({ disposition: 'kept' })
  expect(await run(`X-SES-Spam-Verdict: FAIL\r\n${plainMail('x')}`)).toMatchObject({ disposition: 'quarantined' })
  expect(await run(plainMail('x'), { verdicts: { virus: 'FAIL' } })).toMatchObject({ disposition: 'quarantined', reason: 'SES found a virus.' })
  const mailbox = [{ name: 'box', enabled: true, when: { field: 'mailbox' as const, op: 'equals' as const, values: [`a@t${n}.example`] }, actions: [{ type: 'drop' as const }] }]
  expect(await run(plainMail('x'), { rules: mailbox })).toMatchObject({ disposition: 'dropped' })
  await expect(run(plainMail('x'), { recipient: 'nobody' })).rejects.toMatchObject({ code: 'invalid' })
  await expect(asWeb(() => simulate({ ctx: ctx('viewer'), input: { raw: 'eA==', recipient: 'a@b.example' } }))).rejects.toMatchObject({ code: 'forbidden' })
})
