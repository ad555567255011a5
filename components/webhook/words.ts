import type { Tone } from '@/components/ui/tone'
import type { IconName } from '@/components/ui/icon'
import type { AttemptState } from '@/lib/core/inputs/webhook'
import type { WebhookType } from '@/lib/core/webhook/event-type'

type Keyed<T extends string> = T extends `${infer A}.${infer B}` ? `${A}_${B}` : never

/** An event type as a key of `webhooks.event`: a catalogue's keys have no dots. */
export const eventKey = <T extends WebhookType>(type: T): Keyed<T> => type.replace('.', '_') as Keyed<T>

export const attemptLooks: Record<AttemptState, { tone: Tone; icon: IconName; bare?: boolean }> = {
  waiting: { tone: 'accent', icon: 'clock' },
  claimed: { tone: 'accent', icon: 'play' },
  succeeded: { tone: 'ok', icon: 'tick', bare: true },
  failed: { tone: 'bad', icon: 'cross' },
  cancelled: { tone: 'mute', icon: 'block' },
}

type State = 'working' | 'failing' | 'disabled' | 'idle'
export const stateLooks: Record<State, { tone: Tone; icon: IconName; bare?: boolean }> = {
  working: { tone: 'ok', icon: 'tick', bare: true },
  failing: { tone: 'bad', icon: 'exclamation' },
  disabled: { tone: 'warn', icon: 'pause' },
  idle: { tone: 'mute', icon: 'dash', bare: true },
}

/** What is said of an endpoint in one word. */
export function stateOf({ enabled, failingSince, hours }: { enabled: boolean; failingSince: Date | null; hours: readonly { succeeded: number }[] }): State {
  if (!enabled) return 'disabled'
  if (failingSince) return 'failing'
  return hours.some((h) => h.succeeded > 0) ? 'working' : 'idle'
}
