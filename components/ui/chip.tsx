import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon, type IconName } from './icon'
import { toneText, type Tone } from './tone'

const soft: Record<Tone, string> = {
  ok: 'bg-ok-soft text-ok',
  bad: 'bg-bad-soft text-bad',
  warn: 'bg-warn-soft text-warn',
  odd: 'bg-odd-soft text-odd',
  mute: 'bg-mute-soft text-mute',
  accent: 'bg-selected text-accent',
}

/** A word with its icon on the soft ground of its meaning. `bare` has no ground: for what needs nobody. */
export function Chip({ tone, icon, bare = false, children }: { tone: Tone; icon: IconName; bare?: boolean; children: ReactNode }) {
  return (
    <span
      className={classes(
        'inline-flex max-w-full items-start gap-1 rounded-chip py-0.5 text-table font-medium forced-colors:border',
        bare ? 'text-ink-2' : 'px-2',
        !bare && soft[tone],
      )}
    >
      <span className={classes('flex h-5 items-center', bare && toneText[tone])}>
        <Icon name={icon} />
      </span>
      <span className="min-w-0">{children}</span>
    </span>
  )
}
