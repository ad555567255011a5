'use client'

import { useId, type ReactNode } from 'react'
import { Tooltip } from './tooltip'

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
