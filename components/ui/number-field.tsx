import type { InputHTMLAttributes, ReactNode } from 'react'
import { classes } from './classes'
import { controlClass } from './control-class'

/** A number, with its unit behind it. The browser's own field: it works without script and knows the reader's keypad. */
export function NumberField({ unit, className, ...rest }: Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & { unit?: ReactNode }) {
  return (
    <span className="inline-flex min-w-0 items-center gap-2">
      <input type="number" inputMode={rest.step === undefined ? 'numeric' : 'decimal'} className={classes(controlClass, '!w-28 text-right', className)} {...rest} />
      {unit && <span className="text-form text-ink-2">{unit}</span>}
    </span>
  )
}
