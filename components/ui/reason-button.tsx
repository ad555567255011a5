'use client'

import dynamic from 'next/dynamic'
import { useId, type ReactNode } from 'react'

// Every button can have a reason and few have: the tip's library comes with the first that has.
const Tooltip = dynamic(() => import('./tooltip').then((m) => m.Tooltip))

/** A button that cannot be used now. It keeps its place in the tab order, so that its reason can be found. */
export function ReasonButton({ reason, className, children }: { reason: string; className: string; children: ReactNode }) {
  const id = useId()
  return (
    <>
      <Tooltip text={reason}>
        <button type="button" aria-disabled="true" aria-describedby={id} className={className}>
          {children}
        </button>
      </Tooltip>
      <span id={id} hidden>
        {reason}
      </span>
    </>
  )
}
