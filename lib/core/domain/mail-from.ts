import type { OnMxFailure } from '@/lib/core/inputs/domain'
import type { Facts } from './facts'

// The MAIL FROM domain is a setting of SES's identity, which others in the AWS account can change too. What they set is shown and left alone:
// SES is written to only when the tenant has just asked, and then only over what Postroom itself put there, or was told to replace.

export interface MailFromWish {
  /** Null: none. */
  domain: string | null
  onMxFailure: OnMxFailure
  /** Names that were put there by us, or that we were told to replace. */
  ours: readonly string[]
  /** Whether it is still to be told to SES. */
  asked: boolean
}

/** What SES has; null: nothing, undefined: it could not be asked. */
export type MailFromAtSes = Facts['mailFrom']

/** What has to be done at SES. `restart`: it gave up after 72 hours without the records, which stand now. */
export function mailFromAct(wish: MailFromWish, atSes: NonNullable<MailFromAtSes> | null, recordsStand = false): 'set' | 'clear' | null {
  if (atSes && !wish.ours.includes(atSes.domain)) return null
  if (!wish.asked) return recordsStand && atSes?.state === 'failed' && atSes.domain === wish.domain ? 'set' : null
  if (wish.domain === null) return atSes ? 'clear' : null
  const same = atSes?.domain === wish.domain && atSes.onMxFailure === wish.onMxFailure && atSes.state !== 'failed'
  return same ? null : 'set'
}

/**
 * `asked`: SES is still to be told; `foreign`: it has another one, which is not ours; `gone`: it has none: it refused, or somebody took it
 * off; `pending`, `verified`, `failed`: as SES says of it.
 */
export const mailFromStates = ['asked', 'foreign', 'gone', 'pending', 'verified', 'failed', 'unknown'] as const
export type MailFromState = (typeof mailFromStates)[number]

/** How the domain that was asked for stands. */
export function mailFromState(wish: MailFromWish, atSes: MailFromAtSes): MailFromState {
  if (atSes && atSes.domain !== wish.domain && !wish.ours.includes(atSes.domain)) return 'foreign'
  if (wish.asked) return 'asked'
  if (atSes === undefined) return 'unknown'
  return atSes?.domain === wish.domain ? atSes!.state : 'gone'
}

/** The MAIL FROM domain at SES that somebody else set. */
export const foreignMailFrom = (wish: MailFromWish, atSes: MailFromAtSes): string | null =>
  atSes && atSes.domain !== wish.domain && !wish.ours.includes(atSes.domain) ? atSes.domain : null
