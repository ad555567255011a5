import type { Verdicts } from '@/lib/core/rules/verdict'
import type { ReasonCode } from '@/lib/core/rules/why'

/** A message in a list: one delivery as its tenant sees it. */
export interface MessageRow {
  id: string
  direction: string
  sesMessageId: string | null
  recipient: string
  /** Envelope reverse-path; empty for the null reverse-path. */
  mailFrom: string
  /** Address of the From field. */
  from: string
  fromName: string
  subject: string
  receivedAt: Date
  size: number
  verdicts: Verdicts
  disposition: string
  /** One sentence: the rule or step that decided. */
  reason: string
  /** The same, for the reader's language; null in rows of before it was written. */
  reasonCode: ReasonCode | null
  /** Names, in the order in which they matched. */
  matchedRules: string[]
}

/** The columns of `delivery d` behind a MessageRow. Aliases are quoted, so that pg gives them back as written. */
export const messageColumns = `d.id, d.direction, d."sesMessageId", d.recipient, d."mailFrom", d."fromAddress" AS "from", d."fromName", d.subject, d."receivedAt", d.size,
  json_build_object('spam', d.spam, 'virus', d.virus, 'spf', d.spf, 'dkim', d.dkim, 'dmarc', d.dmarc) AS verdicts, d.disposition, d.reason, d."reasonCode", d."matchedRules"`
