import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon, type IconName } from './icon'
import { toneText, type Tone } from './tone'

const grounds: Record<Tone, string> = {
  ok: 'bg-ok-soft border-ok',
  bad: 'bg-bad-soft border-bad',
  warn: 'bg-warn-soft border-warn',
  odd: 'bg-odd-soft border-odd',
  mute: 'bg-mute-soft border-line',
  accent: 'bg-selected border-accent',
}
const icons: Record<Tone, IconName> = { ok: 'tick', bad: 'exclamation', warn: 'clock', odd: 'exclamation', mute: 'info', accent: 'info' }

/** What is true for the whole page; one at a time. `acts` stand at its end. `live` where it appears while the page is read. */
export function Banner({ tone = 'mute', icon, acts, live = false, children }: { tone?: Tone; icon?: IconName; acts?: ReactNode; live?: boolean; children: ReactNode }) {
  return (
    <div role={live ? 'status' : undefined} className={classes('flex flex-wrap items-center gap-x-4 gap-y-2 rounded-panel border px-3 py-2', grounds[tone])}>
      <div className="flex min-w-0 flex-1 basis-60 items-start gap-2">
        <span className={classes('flex h-5 items-center', toneText[tone])}>
          <Icon name={icon ?? icons[tone]} />
        </span>
        <div className="min-w-0 text-form text-ink">{children}</div>
      </div>
      {acts && <div className="flex flex-wrap gap-2">{acts}</div>}
    </div>
  )
}
