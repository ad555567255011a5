import type { Disposition } from '@/lib/core/rules/trace'
import type { Verdicts } from '@/lib/core/rules/verdict'
import { mayTell, messageData, ruleNames, type Happening } from '@/lib/core/webhook/event-type'

interface Received extends Verdicts {
  id: string
  recipient: string
  mailFrom: string
  fromAddress: string
  subject: string
  receivedAt: Date
  disposition: string
  reason: string
  matchedRules: readonly string[]
}

/** `message.received` of new deliveries. */
export const receivedEvents = (deliveries: readonly Received[]): Happening[] =>
  deliveries
    .filter((d) => mayTell(d.disposition))
    .map((d) => ({
      type: 'message.received',
      source: `message.received:${d.id}`,
      at: new Date(),
      data: {
        ...messageData(d),
        mailFrom: d.mailFrom,
        verdicts: { spam: d.spam, virus: d.virus, spf: d.spf, dkim: d.dkim, dmarc: d.dmarc },
        disposition: d.disposition as Disposition,
        reason: d.reason,
        matchedRules: ruleNames(d.matchedRules),
      },
    }))

interface Moved {
  id: string
  recipient: string
  fromAddress: string
  subject: string
  receivedAt: Date
}

/** A delivery that ends otherwise than before: none where it does not, or where nobody may be told. */
function moved(delivery: Moved, previous: string, disposition: string) {
  if (previous === disposition || !mayTell(previous) || !mayTell(disposition)) return undefined
  return { ...messageData(delivery), previous: previous as Disposition, disposition: disposition as Disposition }
}

export function releasedEvents(delivery: Moved, previous: string, at: Date): Happening[] {
  const data = moved(delivery, previous, 'kept')
  return data ? [{ type: 'message.released', source: `message.released:${delivery.id}:${at.toISOString()}`, at, data }] : []
}

export function changedEvents(delivery: Moved, previous: string, now: { disposition: string; reason: string; run: number }): Happening[] {
  const data = moved(delivery, previous, now.disposition)
  return data ? [{ type: 'message.disposition_changed', source: `message.disposition_changed:${delivery.id}:${now.run}`, at: new Date(), data: { ...data, reason: now.reason } }] : []
}
