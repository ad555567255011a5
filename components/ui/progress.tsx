import type { ReactNode } from 'react'

interface Props {
  label: string
  /** Nothing: how far is not known. */
  value?: number | undefined
  max?: number
  /** "1,204 of 9,120, 40 a second, 3 min left": said under the bar. */
  children?: ReactNode
}

/** How far a job is. */
export function Progress({ label, value, max = 100, children }: Props) {
  const part = value === undefined ? undefined : Math.min(1, Math.max(0, max === 0 ? 1 : value / max))
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        className="h-2 w-full overflow-hidden rounded-chip border border-control bg-sunken"
      >
        <div className={part === undefined ? 'progress-unknown h-full w-1/3 bg-accent forced-colors:bg-[Highlight]' : 'h-full bg-accent forced-colors:bg-[Highlight]'} style={part === undefined ? undefined : { width: `${part * 100}%` }} />
      </div>
      {children && <div className="text-meta text-ink-3">{children}</div>}
    </div>
  )
}
