import type { InputHTMLAttributes, ReactNode } from 'react'
import { classes } from './classes'

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  label: ReactNode
  /** Its label is for screen readers only. */
  bare?: boolean | undefined
}

/** On or off, at once or with its form: a checkbox with another face. */
export function Switch({ label, bare = false, className, ...rest }: Props) {
  return (
    <label className={classes('choice', className)}>
      <input type="checkbox" role="switch" className="switch-mark" {...rest} />
      <span className={bare ? 'sr-only' : 'min-w-0'}>{label}</span>
    </label>
  )
}
