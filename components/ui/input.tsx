import type { InputHTMLAttributes, SelectHTMLAttributes } from 'react'
import { classes } from './classes'

const control =
  'min-h-8 pointer-coarse:min-h-11 w-full min-w-0 rounded-control border border-control bg-surface px-2 text-form text-ink ' +
  'pointer-coarse:text-h2 aria-invalid:border-bad aria-invalid:border-2 placeholder:text-ink-3'

export function Input({ className, ...rest }: InputHTMLAttributes<HTMLInputElement>) {
  return <input className={classes(control, className)} {...rest} />
}

interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  options: readonly { value: string; label: string }[]
}

export function Select({ className, options, ...rest }: SelectProps) {
  return (
    <select className={classes(control, className)} {...rest}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
