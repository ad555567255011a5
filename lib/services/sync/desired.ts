import { z } from 'zod'
import { config } from '@/lib/config'
import { Fault } from '@/lib/core/fault'
import type { Accepted } from '@/lib/core/receipt/policy'
import { Receiving } from '@/lib/core/receiving'
import { inPlatform, type Transaction } from '@/lib/db/tenant'

const Sync = z.object({ callsPerSecond: z.number().positive().max(1000).default(1) })
const AcceptedSetting: z.ZodType<Accepted> = z.object({ first: z.boolean(), ruleSets: z.array(z.string()) })
const PlatformDomain = z.object({ name: z.string() })

/** What the database says that SES shall have, and how a sync has to go about it. */
export interface Desired {
  installation: string
  /** Undefined until the set-up has run. */
  receiving: Receiving | undefined
  domains: string[]
  /** Undefined until its identity is set up. */
  platformDomain: string | undefined
  callsPerSecond: number
  accepted: Accepted
}

/** Everything a plan is made from but SES's own state. Allowed to the web's and the worker's role. */
export const readDesired = (): Promise<Desired> =>
  inPlatform(async (tx) => {
    const settings = new Map((await tx.platformSetting.findMany()).map((s) => [s.key, s.value]))
    const rows = await tx.$queryRaw<{ name: string }[]>`SELECT name FROM receiving_domains()`
    const domain = PlatformDomain.safeParse(settings.get('platformDomain')).data?.name
    return {
      installation: await installationId(tx),
      receiving: Receiving.safeParse(settings.get('receiving')).data,
      domains: rows.map((r) => r.name),
      platformDomain: domain === config().domain ? domain : undefined,
      callsPerSecond: Sync.parse(settings.get('sync') ?? {}).callsPerSecond,
      accepted: AcceptedSetting.safeParse(settings.get('sync.accepted')).data ?? { first: false, ruleSets: [] },
    }
  })

/** Calls a second to SES. */
export const readPace = async (tx: Transaction): Promise<number> =>
  Sync.parse((await tx.platformSetting.findUnique({ where: { key: 'sync' } }))?.value ?? {}).callsPerSecond

export async function installationId(tx: Transaction): Promise<string> {
  const row = await tx.installation.findFirst()
  if (!row) throw new Fault('permanent', 'The database has no installation id: the migrations have not run. Run `npm start`, or deploy the migrations.')
  return row.id
}
