import { Refusal } from '@/lib/core/access/refusal'
import type { OperatorContext } from '@/lib/core/access/actor'
import { ChangeSettings } from '@/lib/core/inputs/setting'
import { settingNames } from '@/lib/core/setting/settings'
import type { Prisma } from '@/lib/db/generated/client'
import { inPlatform } from '@/lib/db/tenant'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { recordOperatorAudit } from '@/lib/services/audit/record'
import { settingsIn, type StandingSettings } from './read'

/**
 * Replaces the settings that are named; the others stay. They hold from the next thing that asks for them. Each that changed has its row in
 * the audit. Throws Refusal `forbidden`, `invalid`, or `precondition_failed` where somebody changed them since they were read.
 */
export async function changeSettings({ ctx, input }: { ctx: OperatorContext; input: ChangeSettings }): Promise<StandingSettings> {
  authorizeOperator(ctx, 'setting.write')
  const { ifRevision, ifVersion, ...given } = parseInput(ChangeSettings, input)
  const named = settingNames.filter((name) => given[name] !== undefined)
  return inPlatform(async (tx) => {
    // Two operators at once: the second sees what the first has written.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('platform_setting', 0))::text`
    const before = await settingsIn(tx)
    const stale = (ifRevision !== undefined && ifRevision !== before.revision) || (ifVersion !== undefined && named.some((name) => before.versions[name] !== ifVersion))
    if (stale) throw new Refusal('precondition_failed', 'The settings were changed since you read them: read them again, then make your change.')
    const changed = named.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(given[name]))
    for (const name of changed) {
      await tx.$queryRaw`SELECT set_platform_setting(${name}, ${JSON.stringify(given[name])}::jsonb)`
      const [was, is] = [before[name], given[name]] as unknown as [Prisma.InputJsonObject, Prisma.InputJsonObject]
      await recordOperatorAudit(tx, ctx, { verb: 'setting.change', target: { kind: 'setting', id: name }, before: was, after: is })
    }
    return settingsIn(tx)
  })
}
