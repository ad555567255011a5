import { Fault } from '@/lib/core/fault'
import { Sending } from '@/lib/core/sending'
import { senderOf, type Sender } from '@/lib/core/setting/sender'
import { database } from '@/lib/db/client'

const valueOf = async (key: string): Promise<unknown> => (await database().pool.query<{ value: unknown }>('SELECT value FROM platform_setting WHERE key = $1', [key])).rows[0]?.value

/** The platform setting `sending`. A missing one is a transient Fault, for the set-up may come. */
export async function sendingSetting(): Promise<Sending> {
  const parsed = Sending.safeParse(await valueOf('sending'))
  if (!parsed.success) throw new Fault('transient', 'The platform setting `sending` is missing: run the set-up.')
  return parsed.data
}

/** From whom the product's own mail comes. */
export const senderSetting = async (): Promise<Sender> => senderOf(await valueOf('sender'))
