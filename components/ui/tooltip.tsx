'use client'

import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'

/** A hint for who sees, on hover and focus; Esc closes it. What it says must also be the control's name or description. Use inside client components. */
export function Tooltip({ text, side = 'top', children }: { text: string; side?: 'top' | 'bottom' | 'left' | 'right'; children: ReactElement }) {
  return (
    <Base.Root>
      <Base.Trigger render={children as ReactElement<Record<string, unknown>>} delay={300} closeOnClick={false} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup className="layer max-w-64 rounded-control bg-ink px-2 py-1 text-meta text-surface forced-colors:border">{text}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
