'use client'

import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { classes } from './classes'
import { layerClass } from './layer-class'

interface Props {
  trigger: ReactElement
  /** Its name; shown on top unless `bare`. */
  title: ReactNode
  bare?: boolean
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
  align?: 'start' | 'center' | 'end'
  children: ReactNode
}

/** A small panel beside its button: filters, columns. Tab leaves it, Esc closes it. */
export function Popover({ trigger, title, bare = false, open, onOpenChange, align = 'start', children }: Props) {
  return (
    <Base.Root {...(open === undefined ? {} : { open })} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger as ReactElement<Record<string, unknown>>} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={4} collisionPadding={8} className="z-50">
          <Base.Popup className={classes(layerClass, 'flex max-h-(--available-height) max-w-[min(24rem,calc(100vw-1rem))] min-w-48 flex-col gap-3 overflow-y-auto p-3 outline-none')}>
            <Base.Title className={bare ? 'sr-only' : 'text-form font-semibold'}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
