import type { IconName } from '@/components/ui/icon'
import type { Tone } from '@/components/ui/tone'
import type { Verdict, VerdictName } from '@/lib/core/rules/verdict'

/** One order everywhere. */
export const verdictOrder: readonly VerdictName[] = ['spam', 'virus', 'spf', 'dkim', 'dmarc']

export const verdictLooks: Record<Verdict, { tone: Tone; icon: IconName; glyph: string }> = {
  PASS: { tone: 'ok', icon: 'tick', glyph: 'text-ok border-transparent' },
  FAIL: { tone: 'bad', icon: 'cross', glyph: 'bg-bad text-surface border-bad' },
  GRAY: { tone: 'warn', icon: 'wave', glyph: 'text-warn border-warn' },
  PROCESSING_FAILED: { tone: 'odd', icon: 'exclamation', glyph: 'text-odd border-odd border-dashed' },
  DISABLED: { tone: 'mute', icon: 'dash', glyph: 'text-mute border-transparent' },
  UNKNOWN: { tone: 'mute', icon: 'question', glyph: 'text-mute border-mute border-dotted' },
}
