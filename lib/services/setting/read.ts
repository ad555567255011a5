import type { Environment } from '@/lib/core/setting/environment'
import type { OperatorContext } from '@/lib/core/access/actor'
import { newcomerDays, newcomerLimits, usualLimits, type Limits } from '@/lib/core/limit/limits'
import { settingNames, settingsOf, type SettingName, type Settings } from '@/lib/core/setting/settings'
import { inPlatform, type Transaction } from '@/lib/db/tenant'
import { authorizeOperator } from '@/lib/services/access/authorize'
import { readEnvironment } from './environment'

export interface StandingSettings extends Settings {
  /** One more with each change of any of them. */
  revision: number
  /** How often each was changed. */
  versions: Record<SettingName, number>
  /** What holds where the setting `limits` names nothing. */
  limitDefaults: { usual: Limits; newcomer: Limits; newcomerDays: number }
  environment: Environment
}

/** As they stand in the transaction. */
export async function settingsIn(tx: Transaction): Promise<StandingSettings> {
  const rows = new Map((await tx.platformSetting.findMany({ where: { key: { in: [...settingNames] } } })).map((row) => [row.key, row]))
  const versions = Object.fromEntries(settingNames.map((name) => [name, rows.get(name)?.version ?? 0])) as Record<SettingName, number>
  return {
    ...settingsOf((name) => rows.get(name)?.value),
    revision: Object.values(versions).reduce((sum, n) => sum + n, 0),
    versions,
    limitDefaults: { usual: usualLimits, newcomer: newcomerLimits, newcomerDays },
    environment: readEnvironment(),
  }
}

/** The platform's settings, and what its environment fixes. Throws Refusal `forbidden`. */
export async function readSettings({ ctx }: { ctx: OperatorContext }): Promise<StandingSettings> {
  authorizeOperator(ctx, 'setting.read')
  return inPlatform(settingsIn)
}
