import type { IconName } from '@/components/ui/icon'
import type { Tone } from '@/components/ui/tone'
import type { Consent } from '@/lib/core/domain/consent'
import type { Mark } from '@/lib/core/domain/explain'
import type { MailFromState } from '@/lib/core/domain/mail-from'
import type { Receiving, Sending } from '@/lib/core/domain/standing'

interface Look {
  tone: Tone
  icon: IconName
}

export const markLooks: Record<Mark, Look> = {
  ok: { tone: 'ok', icon: 'tick' },
  bad: { tone: 'bad', icon: 'cross' },
  missing: { tone: 'warn', icon: 'exclamation' },
  unsure: { tone: 'odd', icon: 'question' },
  advised: { tone: 'mute', icon: 'dash' },
}

export const receivingLooks: Record<Receiving, Look> = {
  waiting: { tone: 'mute', icon: 'clock' },
  lapsed: { tone: 'bad', icon: 'cross' },
  receives: { tone: 'ok', icon: 'tick' },
  unapplied: { tone: 'mute', icon: 'clock' },
  partly: { tone: 'bad', icon: 'cross' },
  elsewhere: { tone: 'bad', icon: 'cross' },
  nowhere: { tone: 'bad', icon: 'cross' },
  unsure: { tone: 'odd', icon: 'question' },
}

export const sendingLooks: Record<Sending, Look> = {
  waiting: { tone: 'mute', icon: 'clock' },
  ready: { tone: 'ok', icon: 'tick' },
  flawed: { tone: 'warn', icon: 'exclamation' },
  broken: { tone: 'bad', icon: 'cross' },
  unsure: { tone: 'odd', icon: 'question' },
}

export const mailFromLooks: Record<MailFromState, Look> = {
  asked: { tone: 'mute', icon: 'clock' },
  pending: { tone: 'warn', icon: 'exclamation' },
  verified: { tone: 'ok', icon: 'tick' },
  failed: { tone: 'bad', icon: 'cross' },
  foreign: { tone: 'warn', icon: 'exclamation' },
  gone: { tone: 'warn', icon: 'exclamation' },
  unknown: { tone: 'odd', icon: 'question' },
}

export const consentLooks: Record<Consent, Look> = {
  asked: { tone: 'warn', icon: 'clock' },
  granted: { tone: 'ok', icon: 'tick' },
  refused: { tone: 'mute', icon: 'cross' },
  withdrawn: { tone: 'mute', icon: 'cross' },
}
