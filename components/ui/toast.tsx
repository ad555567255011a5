'use client'

import { Toast as Base } from '@base-ui/react/toast'
import { useTranslations } from 'next-intl'
import { useCallback, useMemo, type ReactNode } from 'react'
import { buttonClass } from './button-class'
import { classes } from './classes'
import { Icon } from './icon'
import { layerClass } from './layer-class'

/** Undo is offered as long as sending waits: 10 s. */
const shownFor = 10_000

interface ToastWords {
  /** What was done: "31 messages released". */
  text: string
  /** Takes it back. Its failure is the page's to show: a toast never tells of an error. */
  undo?: (() => void) | undefined
  undoLabel?: string | undefined
}

/** One toast at a time, for the reader's own act. It waits while pointed at or focused (F6 goes there). Mounted once, by the layout. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider limit={1} timeout={shownFor}>
      {children}
      <Shown />
    </Base.Provider>
  )
}

/** `toast({ text, undo })`: replaces what is shown. `close()` takes it away. */
export function useToast(): { toast: (words: ToastWords) => void; close: () => void } {
  const { add, close } = Base.useToastManager()
  const t = useTranslations('ui')
  const toast = useCallback(
    ({ text, undo, undoLabel }: ToastWords) => {
      close()
      const id = add({
        title: text,
        priority: 'low',
        ...(undo && {
          actionProps: {
            children: undoLabel ?? t('undo'),
            onClick: () => {
              close(id)
              undo()
            },
          },
        }),
      })
    },
    [add, close, t],
  )
  return useMemo(() => ({ toast, close: () => close() }), [toast, close])
}

function Shown() {
  const t = useTranslations('ui')
  const { toasts } = Base.useToastManager()
  return (
    <Base.Portal>
      <Base.Viewport aria-label={t('notices')} className="fixed inset-x-4 bottom-16 z-60 flex flex-col items-center outline-none sm:bottom-6">
        {toasts.map((toast) => (
          <Base.Root key={toast.id} toast={toast} swipeDirection={['down', 'right']} className={classes(layerClass, 'toast absolute bottom-0 max-w-full !border-control')}>
            <Base.Content className="flex min-h-11 items-center gap-2 py-1 pr-1 pl-3">
              <span className="text-ok">
                <Icon name="tick" />
              </span>
              <Base.Title render={<p />} className="min-w-0 text-form wrap-anywhere" />
              <Base.Action className={buttonClass('quiet', '!text-accent')} />
              <Base.Close aria-label={t('close')} className={buttonClass('quiet', 'w-8 pointer-coarse:w-11 !px-0')}>
                <Icon name="close" />
              </Base.Close>
            </Base.Content>
          </Base.Root>
        ))}
      </Base.Viewport>
    </Base.Portal>
  )
}
