import { Fault } from '@/lib/core/fault'
import { Receiving } from '@/lib/core/receiving'
import { database } from '@/lib/db/client'

/** The platform setting `receiving`; undefined before the set-up has run. Throws Fault where it is not what the set-up writes. */
export async function findReceiving(): Promise<Receiving | undefined> {
  const { rows } = await database().pool.query<{ value: unknown }>(`SELECT value FROM platform_setting WHERE key = 'receiving'`)
  if (!rows[0]) return undefined
  const parsed = Receiving.safeParse(rows[0].value)
  if (!parsed.success) throw new Fault('transient', 'The platform setting `receiving` is not what the set-up writes: run the set-up again.')
  return parsed.data
}

/** As `findReceiving`; a missing one is a transient Fault, for the set-up may come. */
export async function receivingSetting(): Promise<Receiving> {
  const receiving = await findReceiving()
  if (!receiving) throw new Fault('transient', 'The platform setting `receiving` is missing: run the set-up.')
  return receiving
}
