/** What a colour means. Never alone: an icon and a word stand beside it. */
export type Tone = 'ok' | 'bad' | 'warn' | 'odd' | 'mute' | 'accent'

export const toneText: Record<Tone, string> = {
  ok: 'text-ok',
  bad: 'text-bad',
  warn: 'text-warn',
  odd: 'text-odd',
  mute: 'text-mute',
  accent: 'text-accent',
}
