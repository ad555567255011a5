import type { ReactNode, Ref } from 'react'
import { Icon } from './icon'

interface Props {
  title: string
  children?: ReactNode
  /** Where an act led here, the panel takes the focus and is read out. */
  alert?: boolean
  ref?: Ref<HTMLDivElement>
}

/** What happened, why, and what to do. */
export function ErrorPanel({ title, children, alert = false, ref }: Props) {
  return (
    <div
      ref={ref}
      role={alert ? 'alert' : undefined}
      tabIndex={alert ? -1 : undefined}
      className="flex gap-2 rounded-panel border border-bad bg-bad-soft p-3 text-ink"
    >
      <span className="flex h-5 items-center text-bad">
        <Icon name="exclamation" />
      </span>
      <div className="flex min-w-0 flex-col items-start gap-2">
        <p className="text-form font-semibold">{title}</p>
        {children}
      </div>
    </div>
  )
}
