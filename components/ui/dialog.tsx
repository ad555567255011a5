'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { useTranslations } from 'next-intl'
import type { ReactElement, ReactNode, RefObject } from 'react'
import { classes } from './classes'
import { IconButton } from './icon-button'
import { backdropClass, layerClass } from './layer-class'

export interface DialogProps {
  /** A button (Button, IconButton). Without it the dialog is opened by `open`. */
  trigger?: ReactElement | undefined
  title: ReactNode
  description?: ReactNode
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
  /** What has the focus when it opens; else the first control. */
  initialFocus?: RefObject<HTMLElement | null> | undefined
  wide?: boolean | undefined
  /** Acts, at the end: the last one is the main one. */
  footer?: ReactNode
  children?: ReactNode
}

const place = 'fixed inset-0 z-50 flex items-end justify-center overflow-y-auto p-0 sm:items-center sm:p-6'
const box = 'flex max-h-[calc(100dvh-1rem)] w-full flex-col !rounded-dialog max-sm:!rounded-b-none outline-none'

/** Takes the focus and keeps it; Esc or a press outside closes it, and the focus goes back. */
export function Dialog({ trigger, title, description, open, onOpenChange, initialFocus, wide = false, footer, children }: DialogProps) {
  const t = useTranslations('ui')
  return (
    <Base.Root {...(open === undefined ? {} : { open })} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger && <Base.Trigger render={trigger as ReactElement<Record<string, unknown>>} />}
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Viewport className={place}>
          <Base.Popup initialFocus={initialFocus} className={classes(layerClass, box, wide ? 'sm:max-w-3xl' : 'sm:max-w-lg')}>
            <div className="flex items-start justify-between gap-4 px-4 pt-3">
              <Base.Title className="py-1 text-h2 font-semibold">{title}</Base.Title>
              <Base.Close render={<IconButton icon="close" label={t('close')} />} />
            </div>
            <div className="flex min-h-0 flex-col gap-3 overflow-y-auto px-4 pb-4">
              {description && <Base.Description className="text-form text-ink-2">{description}</Base.Description>}
              {children}
            </div>
            {footer && <div className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">{footer}</div>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}

/** Inside a Dialog or Drawer: closes it. Give it a Button. */
export const DialogClose = ({ children }: { children: ReactElement }) => <Base.Close render={children as ReactElement<Record<string, unknown>>} />
