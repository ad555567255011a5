import { config } from '@/lib/config'
import type { SealedKind } from '@/lib/core/sealing/uses'
import { database } from '@/lib/db/client'
import { log } from '@/lib/log'
import { countSealed, keyIds } from './stand'

// Answers that are kept for an Idempotency-Key are not among them: they are gone within a day, and a caller is told that they are.
const nouns: Partial<Record<SealedKind, [string, string]>> = { totp: ['second step', 'second steps'], webhookSecret: ['webhook secret', 'webhook secrets'], productMail: ['mail that waits', 'mails that wait'] }

/** At each start: throws one sentence where something was sealed by a key that this process was not given. Nothing is lost by it. */
export async function refuseLostKeys(): Promise<void> {
  const lost = (await countSealed()).flatMap(({ kind, unknown }) => {
    const noun = nouns[kind]
    return noun && unknown > 0 ? [`${unknown} ${noun[unknown === 1 ? 0 : 1]}`] : []
  })
  if (lost.length === 0) return
  const { rows } = await database().pool.query<{ id: string }>('SELECT id FROM sealing_key ORDER BY "currentSince" DESC LIMIT 1')
  const [current] = keyIds()
  const last = rows[0] && rows[0].id !== current ? ` It last ran with the key ${rows[0].id}, and POSTROOM_KEY is the key ${current}.` : ''
  const sentence = `The database holds what neither POSTROOM_KEY nor POSTROOM_KEY_OLD opens: ${lost.join(', ')}.${last}`
  if (config().keyLost) return log.warn(`${sentence} POSTROOM_KEY_LOST=yes: it is given up.`)
  throw new Error(`${sentence} Put the former key into POSTROOM_KEY_OLD and start again; if it is lost for good, docs/key-rotation.md says what POSTROOM_KEY_LOST=yes gives up.`)
}
