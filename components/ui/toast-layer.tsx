'use client'

import { Toast as Base } from '@base-ui/react/toast'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent } from 'react'
import { buttonClass } from './button-class'
import { classes } from './classes'
import { Icon } from './icon'
import { layerClass } from './layer-class'
import type { ToastWords } from './toast'

/** Undo is offered as long as sending waits: 10 s. */
const shownFor = 10_000

interface Props {
  /** Another object for each act; null words take away what is shown. */
  told: { words: ToastWords | null }
}

/** Draws the toasts: see toast.tsx. */
export function ToastLayer({ told }: Props) {
  return (
    <Base.Provider limit={1} timeout={shownFor}>
      <Shown told={told} />
    </Base.Provider>
  )
}

function Shown({ told }: Props) {
  const t = useTranslations('ui')
  const { toasts, add, close } = Base.useToastManager()
  const show = useEffectEvent((words: ToastWords | null) => {
    close()
    if (!words) return
    const { text, undo, undoLabel } = words
    const press = () => {
      close(id)
      undo?.()
    }
    const id = add({ title: text, priority: 'low', ...(undo && { actionProps: { children: undoLabel ?? t('undo'), onClick: press } }) })
  })
  useEffect(() => show(told.words), [told])
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
