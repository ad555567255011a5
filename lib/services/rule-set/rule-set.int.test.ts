import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeRuleList } from '@/lib/services/rule-set/change-list'
import { editRule } from '@/lib/services/rule-set/edit-rule'
import { ruleHits } from '@/lib/services/rule-set/hits'
import { ruleSetOverview } from '@/lib/services/rule-set/overview'
import { publishRuleSet } from '@/lib/services/rule-set/publish'
import { readDraft } from '@/lib/services/rule-set/read-draft'
import { saveDraft } from '@/lib/services/rule-set/save-draft'
import { discardDraft, listVersions, readVersion, restoreVersion } from '@/lib/services/rule-set/versions'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { makeDelivery, makeTenant, type TestTenant } from '@/lib/testing/tenants'
import type { Rule } from '@/lib/core/rules/rule'

let db: TestDatabase
let tenant: TestTenant
let other: TestTenant
const rule = (name: string, more: Partial<Rule> = {}): Rule => ({ name, enabled: true, when: { all: [] }, actions: [{ type: 'quarantine' }], ...more })

beforeAll(async () => {
  db = await createTestDatabase()
  db.become('web')
  tenant = await makeTenant(db)
  other = await makeTenant(db)
})
afterAll(() => db.drop())

const owner = () => tenant.as('owner')
const names = async (of = tenant) => (await readDraft({ ctx: of.as('viewer') })).rules.map((r) => r.name)
const begin = (...rules: Rule[]) => saveDraft({ ctx: owner(), input: { rules } })
const audits = async (verb: string) => (await db.owner.query('SELECT 1 FROM audit WHERE "tenantId" = $1 AND verb = $2', [tenant.id, verb])).rowCount!

describe('the list', () => {
  it('moves, switches, duplicates, deletes and adds by name, with an audit row each', async () => {
    await begin(rule('a'), rule('b'), rule('c'))
    const before = await audits('rules.saveDraft')
    await changeRuleList({ ctx: owner(), input: { do: 'move', name: 'c', to: 0 } })
    expect(await names()).toEqual(['c', 'a', 'b'])
    await changeRuleList({ ctx: owner(), input: { do: 'down', name: 'c' } })
    await changeRuleList({ ctx: owner(), input: { do: 'duplicate', name: 'a' } })
    expect(await names()).toEqual(['a', 'a 2', 'c', 'b'])
    await changeRuleList({ ctx: owner(), input: { do: 'delete', name: 'a' } })
    await changeRuleList({ ctx: owner(), input: { do: 'add', rule: rule('d'), at: 1 } })
    await changeRuleList({ ctx: owner(), input: { do: 'switch', name: 'd' } })
    const { rules } = await readDraft({ ctx: owner() })
    expect(rules.map((r) => [r.name, r.enabled])).toEqual([['a 2', true], ['d', false], ['c', true], ['b', true]])
    expect((await audits('rules.saveDraft')) - before).toBe(6)
  })

  it('that does not change is not saved', async () => {
    const { revision } = await readDraft({ ctx: owner() })
    expect((await changeRuleList({ ctx: owner(), input: { do: 'delete', name: 'nobody' } })).revision).toBe(revision)
  })

  it('is refused to members and viewers; another tenant keeps its own', async () => {
    for (const role of ['member', 'viewer'] as const) await expect(changeRuleList({ ctx: tenant.as(role), input: { do: 'up', name: 'b' } })).rejects.toMatchObject({ code: 'forbidden' })
    await changeRuleList({ ctx: other.as('owner'), input: { do: 'delete', name: 'b' } })
    expect([await names(other), (await names()).includes('b')]).toEqual([[], true])
  })

  it('loses nothing where two change it at once', async () => {
    await begin(rule('a'))
    await Promise.all(['x', 'y', 'z'].map((name) => changeRuleList({ ctx: owner(), input: { do: 'add', rule: rule(name) } })))
    expect((await names()).sort()).toEqual(['a', 'x', 'y', 'z'])
  })
})

describe('a rule', () => {
  it('is put into the draft; people who write different ones do not meet', async () => {
    await begin(rule('a'), rule('b'))
    const first = await editRule({ ctx: owner(), input: { was: rule('a'), rule: rule('a', { enabled: false }) } })
    const second = await editRule({ ctx: owner(), input: { was: rule('b'), rule: rule('b 2', { unless: { field: 'subject', op: 'contains', values: ['x'] } }) } })
    expect([first, second]).toEqual([{ saved: true, name: 'a' }, { saved: true, name: 'b 2' }])
    expect((await readDraft({ ctx: owner() })).rules).toMatchObject([{ name: 'a', enabled: false }, { name: 'b 2', unless: { values: ['x'] } }])
  })

  it('that somebody else changed or deleted is not overwritten unless asked', async () => {
    await begin(rule('a'))
    await editRule({ ctx: owner(), input: { was: rule('a'), rule: rule('a', { actions: [{ type: 'drop' }] }) } })
    const mine = { was: rule('a'), rule: rule('a', { actions: [{ type: 'keep' }] }) }
    const told = await editRule({ ctx: owner(), input: mine })
    expect(told).toMatchObject({ saved: false, theirs: { actions: [{ type: 'drop' }] }, by: expect.stringContaining('@') })
    expect((await readDraft({ ctx: owner() })).rules[0]!.actions).toEqual([{ type: 'drop' }])
    expect(await editRule({ ctx: owner(), input: { ...mine, force: true } })).toEqual({ saved: true, name: 'a' })
    await changeRuleList({ ctx: owner(), input: { do: 'delete', name: 'a' } })
    expect(await editRule({ ctx: owner(), input: mine })).toMatchObject({ saved: false, theirs: null })
    await editRule({ ctx: owner(), input: { ...mine, force: true } })
    expect(await names()).toEqual(['a'])
  })

  it('that is not right is refused at its field', async () => {
    await begin(rule('a'))
    const bad = { ...rule('a'), when: { all: [{ field: 'subject', op: 'contains', values: [] }] }, actions: [{ type: 'stop' }, { type: 'keep' }] }
    await expect(editRule({ ctx: owner(), input: { was: rule('a'), rule: bad } })).rejects.toMatchObject({ code: 'invalid', problems: [{ path: ['when', 'all', 0, 'values'] }, { path: ['actions', 0] }] })
    await expect(editRule({ ctx: owner(), input: { was: null, rule: rule('a') } })).rejects.toMatchObject({ code: 'invalid', problems: [{ path: ['name'] }] })
    expect(await names()).toEqual(['a'])
  })

  it('is refused to members and viewers', async () => {
    for (const role of ['member', 'viewer'] as const) await expect(editRule({ ctx: tenant.as(role), input: { was: null, rule: rule('n') } })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('publishing', () => {
  it('takes the revision that was looked at, and no later one', async () => {
    const { revision } = await begin(rule('a'))
    await begin(rule('b'))
    await expect(publishRuleSet({ ctx: owner(), input: { ifRevision: revision } })).rejects.toMatchObject({ code: 'precondition_failed' })
    expect(await publishRuleSet({ ctx: owner(), input: { ifRevision: revision + 1 } })).toEqual({ version: 1, planId: null })
  })

  it('is seen in the overview, with who, when and what the draft changes', async () => {
    await begin(rule('b'), rule('late'))
    const seen = await ruleSetOverview({ ctx: tenant.as('viewer'), slug: tenant.slug })
    expect(seen.live).toMatchObject({ version: 1, by: expect.stringContaining('@'), rules: [{ name: 'b' }] })
    expect([seen.changes, seen.diff.map((e) => e.change)]).toEqual([1, ['same', 'added']])
    expect(Date.parse(seen.draft.at!)).toBeLessThanOrEqual(Date.now())
  })

  it('keeps each version to be read and restored; discarding goes back to what binds', async () => {
    await publishRuleSet({ ctx: owner() })
    expect((await listVersions({ ctx: tenant.as('viewer') })).map((v) => [v.version, v.rules])).toEqual([[2, 2], [1, 1]])
    expect(await readVersion({ ctx: tenant.as('viewer'), input: { version: 1 } })).toMatchObject({ rules: [{ name: 'b' }] })
    await restoreVersion({ ctx: owner(), input: { version: 1 } })
    expect(await names()).toEqual(['b'])
    await discardDraft({ ctx: owner() })
    expect(await names()).toEqual(['b', 'late'])
  })

  it('of another tenant is not there; members may neither restore nor discard', async () => {
    await expect(readVersion({ ctx: other.as('owner'), input: { version: 1 } })).rejects.toMatchObject({ code: 'not_found' })
    await expect(restoreVersion({ ctx: other.as('owner'), input: { version: 1 } })).rejects.toMatchObject({ code: 'not_found' })
    expect(await listVersions({ ctx: other.as('owner') })).toEqual([])
    await expect(restoreVersion({ ctx: tenant.as('member'), input: { version: 1 } })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(discardDraft({ ctx: tenant.as('member') })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('hits', () => {
  it('counts the tenant’s deliveries of the time, by rule', async () => {
    const now = Date.now()
    for (const at of [now, now - 1000, now - 8 * 24 * 3600_000]) await makeDelivery(db, tenant.id, { receivedAt: new Date(at) })
    await makeDelivery(db, other.id)
    const hits = await ruleHits({ ctx: tenant.as('viewer'), since: new Date(now - 7 * 24 * 3600_000) })
    expect([hits.byRule.get('orders'), hits.of, hits.capped]).toEqual([2, 2, false])
  })
})
