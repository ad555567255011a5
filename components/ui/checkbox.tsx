'use client'

import { useEffect, useId, useRef, type InputHTMLAttributes, type ReactNode } from 'react'
import { classes } from './classes'

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  /** Some, not all: only looks, the value stays on or off. */
  indeterminate?: boolean | undefined
  /** Its label is for screen readers only: in a table, where the row says the rest. */
  bare?: boolean | undefined
}

/** The browser's own checkbox, so that a form works without script. */
export function Checkbox({ label, hint, error, indeterminate = false, bare = false, className, id, ...rest }: Props) {
  const made = useId()
  const own = id ?? made
  const ref = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = indeterminate
  }, [indeterminate])
  const described = [hint && `${own}-hint`, error && `${own}-error`].filter(Boolean).join(' ')
  return (
    <div className={classes('flex min-w-0 flex-col', className)}>
      <label className={classes('choice', bare && 'choice-bare')}>
        <input ref={ref} id={own} type="checkbox" className="choice-mark" aria-describedby={described || undefined} aria-invalid={error ? true : undefined} {...rest} />
        <span className={bare ? 'sr-only' : 'min-w-0'}>{label}</span>
      </label>
      {hint && (
        <p id={`${own}-hint`} className="pl-6 text-meta text-ink-3">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${own}-error`} className="pl-6 text-table text-bad">
          {error}
        </p>
      )}
    </div>
  )
}
