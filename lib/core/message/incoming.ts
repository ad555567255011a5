import type { Verdicts } from '@/lib/core/rules/verdict'

/** A received mail in Postroom's own words. */
export interface Incoming {
  sesMessageId: string
  /** `mail.timestamp`: the same in all notifications of one mail. */
  receivedAt: Date
  /** Envelope reverse-path; '' for the null reverse-path. */
  mailFrom: string
  /** Envelope recipients that the receipt rule matched: lower case, each once, sorted. */
  recipients: string[]
  verdicts: Verdicts
  dmarcPolicy: DmarcPolicy | null
  /** Where SES put the raw mail, as the notification says. The caller checks that it is ours. */
  raw: { bucket: string; key: string }
}

/** The policy that a failed DMARC check found (RFC 7489 §6.3). */
export const dmarcPolicies = ['none', 'quarantine', 'reject'] as const
export type DmarcPolicy = (typeof dmarcPolicies)[number]
