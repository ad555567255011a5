'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { useTranslations } from 'next-intl'
import type { ReactElement } from 'react'
import { classes } from './classes'
import type { DialogProps } from './dialog'
import { IconButton } from './icon-button'
import { backdropClass, layerClass } from './layer-class'

/** A Dialog at the side, on phones from below: filters, menus, one thing of a list. */
export function Drawer({ trigger, title, description, open, onOpenChange, initialFocus, footer, children }: Omit<DialogProps, 'wide'>) {
  const t = useTranslations('ui')
  return (
    <Base.Root {...(open === undefined ? {} : { open })} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger && <Base.Trigger render={trigger as ReactElement<Record<string, unknown>>} />}
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Viewport className="fixed inset-0 z-50 flex items-end justify-end">
          <Base.Popup initialFocus={initialFocus} className={classes(layerClass, 'flex max-h-[85dvh] w-full flex-col !rounded-none outline-none max-sm:!rounded-t-dialog sm:h-full sm:max-h-none sm:w-md')}>
            <div className="flex items-start justify-between gap-4 border-b border-line px-4 py-2">
              <Base.Title className="py-1 text-h2 font-semibold">{title}</Base.Title>
              <Base.Close render={<IconButton icon="close" label={t('close')} />} />
            </div>
            <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-4">
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
