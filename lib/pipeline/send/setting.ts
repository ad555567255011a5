import { Fault } from '@/lib/core/fault'
import { Sending } from '@/lib/core/sending'
import { database } from '@/lib/db/client'

/** The platform setting `sending`. A missing one is a transient Fault, for the set-up may come. */
export async function sendingSetting(): Promise<Sending> {
  const { rows } = await database().pool.query<{ value: unknown }>(`SELECT value FROM platform_setting WHERE key = 'sending'`)
  const parsed = Sending.safeParse(rows[0]?.value)
  if (!parsed.success) throw new Fault('transient', 'The platform setting `sending` is missing: run the set-up.')
  return parsed.data
}
