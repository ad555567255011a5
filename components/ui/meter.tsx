import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'

interface Props {
  label: string
  value: number
  max: number
  /** What stands beside the bar: "44 / 200". */
  children: ReactNode
  /** From here on it is near its limit, or over it; the word for that. */
  warnAt?: number
  warnWord?: string
}

/** How much of a limit is used. */
export function Meter({ label, value, max, children, warnAt, warnWord }: Props) {
  const near = warnAt !== undefined && value >= warnAt
  const over = value > max
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2 text-table">
      <span className="text-ink-3">{label}</span>
      <span role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={max} aria-valuenow={Math.min(value, max)} className="inline-block h-2 w-24 overflow-hidden rounded-chip border border-control bg-sunken">
        <span className={classes('block h-full forced-colors:bg-[Highlight]', over ? 'bg-bad' : near ? 'bg-warn' : 'bg-ink-3')} style={{ width: `${Math.min(100, max === 0 ? 100 : (value / max) * 100)}%` }} />
      </span>
      <span>{children}</span>
      {near && warnWord && (
        <span className={classes('inline-flex items-center gap-1', over ? 'text-bad' : 'text-warn')}>
          <Icon name="exclamation" size={12} />
          {warnWord}
        </span>
      )}
    </div>
  )
}
