import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { VersionNumber } from '@/lib/core/inputs/rule-set'
import type { Rule } from '@/lib/core/rules/rule'
import { inTenant } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { lockDraft, rulesOf, writeDraft, type Draft } from './draft'
import { namesOf } from './writer'

interface VersionRow {
  version: number
  at: string
  by: string | null
  rules: number
}

const most = 100

/** The newest hundred versions, newest first. Throws Refusal `forbidden`. */
export async function listVersions({ ctx }: { ctx: TenantContext }): Promise<VersionRow[]> {
  authorize(ctx, 'rules.read')
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    const rows = await tx.ruleVersion.findMany({ where: { tenantId }, orderBy: { version: 'desc' }, take: most })
    const names = await namesOf(tx, tenantId, rows.map((r) => r.publishedBy))
    return rows.map((r) => ({ version: r.version, at: r.publishedAt.toISOString(), by: names.get(r.publishedBy ?? '') ?? null, rules: rulesOf(r.rules).length }))
  })
}

/** Throws Refusal `forbidden`, `invalid`, `not_found`. */
export async function readVersion({ ctx, input }: { ctx: TenantContext; input: VersionNumber }): Promise<Omit<VersionRow, 'rules'> & { rules: Rule[] }> {
  authorize(ctx, 'rules.read')
  const { version } = parseInput(VersionNumber, input)
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    const row = await tx.ruleVersion.findUnique({ where: { tenantId_version: { tenantId, version } } })
    if (!row) throw new Refusal('not_found', 'There is no such version.')
    const names = await namesOf(tx, tenantId, [row.publishedBy])
    return { version, at: row.publishedAt.toISOString(), by: names.get(row.publishedBy ?? '') ?? null, rules: rulesOf(row.rules) }
  })
}

/** Makes a version's rules the draft; nothing binds before it is published. Throws Refusal `forbidden`, `invalid`, `not_found`. */
export async function restoreVersion({ ctx, input }: { ctx: TenantContext; input: VersionNumber }): Promise<Draft> {
  authorize(ctx, 'rules.write')
  const { version } = parseInput(VersionNumber, input)
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    const before = await lockDraft(tx, tenantId)
    const row = await tx.ruleVersion.findUnique({ where: { tenantId_version: { tenantId, version } } })
    if (!row) throw new Refusal('not_found', 'There is no such version.')
    return writeDraft(tx, ctx, before, rulesOf(row.rules))
  })
}

/** Throws the draft's changes away: it is what binds again, or empty where nothing does. Throws Refusal `forbidden`. */
export async function discardDraft({ ctx }: { ctx: TenantContext }): Promise<Draft> {
  authorize(ctx, 'rules.write')
  const { tenantId } = ctx
  return inTenant(tenantId, async (tx) => {
    const before = await lockDraft(tx, tenantId)
    const live = await tx.ruleVersion.findFirst({ where: { tenantId }, orderBy: { version: 'desc' } })
    return writeDraft(tx, ctx, before, live ? rulesOf(live.rules) : [])
  })
}
