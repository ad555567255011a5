'use client'

import { AlertDialog as Base } from '@base-ui/react/alert-dialog'
import { useTranslations } from 'next-intl'
import { useId, useRef, useState, type ReactElement, type ReactNode } from 'react'
import { Button } from './button'
import { classes } from './classes'
import { Input } from './input'
import { backdropClass, layerClass } from './layer-class'

interface Props {
  trigger?: ReactElement | undefined
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
  /** With the name and the count of what it is about: "Delete us.test and its 31 rules?" */
  title: ReactNode
  description?: ReactNode
  /** Verb and thing: "Delete us.test". */
  confirm: ReactNode
  cancel?: ReactNode
  /** What has to be typed first: for a domain, a tenant, a list. */
  typeName?: string | undefined
  danger?: boolean | undefined
  /** Either a server action, sent as a form with `children`'s fields and `confirm` = the typed name … */
  action?: ((form: FormData) => void | Promise<void>) | undefined
  /** … or a callback. The dialog closes when it is done; if it throws, it stays. */
  onConfirm?: (() => void | Promise<void>) | undefined
  /** Why the last try failed: shown inside, the dialog stays. */
  error?: ReactNode
  children?: ReactNode
}

/** Asks before what cannot be undone. A press outside does not close it; the focus begins on Cancel, or on the name to type. */
export function AlertDialog({ trigger, open, onOpenChange, title, description, confirm, cancel, typeName, danger = true, action, onConfirm, error, children }: Props) {
  const t = useTranslations('ui')
  const [own, setOwn] = useState(false)
  const [pending, setPending] = useState(false)
  const [typed, setTyped] = useState('')
  const id = useId()
  const first = useRef<HTMLButtonElement>(null)
  const name = useRef<HTMLInputElement>(null)
  const shown = open ?? own
  const change = (next: boolean) => {
    if (pending) return
    setTyped('')
    setOwn(next)
    onOpenChange?.(next)
  }
  const ready = typeName === undefined || typed.trim() === typeName
  const run = async (form: FormData) => {
    if (!ready || pending) return
    setPending(true)
    let done = false
    try {
      await (action ? action(form) : onConfirm?.())
      done = !action
    } finally {
      setPending(false)
    }
    if (!done) return
    setTyped('')
    setOwn(false)
    onOpenChange?.(false)
  }
  return (
    <Base.Root open={shown} onOpenChange={change}>
      {trigger && <Base.Trigger render={trigger as ReactElement<Record<string, unknown>>} />}
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Viewport className="fixed inset-0 z-50 flex items-end justify-center overflow-y-auto sm:items-center sm:p-6">
          <Base.Popup
            initialFocus={typeName === undefined ? first : name}
            className={classes(layerClass, 'w-full !rounded-dialog p-4 outline-none max-sm:!rounded-b-none sm:max-w-md')}
          >
            <form action={run} className="flex flex-col gap-3">
              <Base.Title className="text-h2 font-semibold wrap-anywhere">{title}</Base.Title>
              {description && <Base.Description className="text-form text-ink-2">{description}</Base.Description>}
              {children}
              {typeName !== undefined && (
                <div className="flex flex-col gap-1">
                  <label htmlFor={id} className="text-meta text-ink-2">
                    {t.rich('typeName', { name: () => <bdi className="font-mono font-medium wrap-anywhere text-ink select-all">{typeName}</bdi> })}
                  </label>
                  <Input ref={name} id={id} name="confirm" value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" autoCapitalize="none" spellCheck={false} />
                </div>
              )}
              {error && (
                <div role="alert" className="text-form text-bad">
                  {error}
                </div>
              )}
              <div className="flex flex-wrap justify-end gap-2">
                <Base.Close render={<Button ref={first} type="button" disabled={pending} />}>{cancel ?? t('cancel')}</Base.Close>
                <Button look={danger ? 'danger' : 'primary'} pending={pending} disabled={!ready}>
                  {confirm}
                </Button>
              </div>
            </form>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
