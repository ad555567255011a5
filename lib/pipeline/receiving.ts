import { Fault } from '@/lib/core/fault'
import { Receiving } from '@/lib/core/receiving'
import { database } from '@/lib/db/client'

/** The platform setting `receiving`. Throws Fault (transient: the set-up may not have run yet). */
export async function receivingSetting(): Promise<Receiving> {
  const { rows } = await database().pool.query<{ value: unknown }>(`SELECT value FROM platform_setting WHERE key = 'receiving'`)
  const parsed = Receiving.safeParse(rows[0]?.value)
  if (!parsed.success) throw new Fault('transient', 'The platform setting `receiving` is missing or wrong: run the set-up.')
  return parsed.data
}
