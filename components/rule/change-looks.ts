import type { IconName } from '@/components/ui/icon'
import type { Tone } from '@/components/ui/tone'
import type { RuleChange } from '@/lib/core/rules/diff'

/** Colour, icon and sign of a change; the word stands beside them. */
export const changeLooks: Record<RuleChange, { tone: Tone; icon: IconName; sign: string }> = {
  added: { tone: 'ok', icon: 'plus', sign: '+' },
  removed: { tone: 'bad', icon: 'dash', sign: '−' },
  changed: { tone: 'warn', icon: 'edit', sign: '~' },
  moved: { tone: 'accent', icon: 'chevrons', sign: '↕' },
  same: { tone: 'mute', icon: 'dash', sign: '' },
}
