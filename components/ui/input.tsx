import type { InputHTMLAttributes, Ref, SelectHTMLAttributes } from 'react'
import { classes } from './classes'
import { controlClass } from './control-class'

export function Input({ className, ...rest }: InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }) {
  return <input className={classes(controlClass, className)} {...rest} />
}

interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  options: readonly { value: string; label: string }[]
}

export function Select({ className, options, ...rest }: SelectProps) {
  return (
    <select className={classes(controlClass, className)} {...rest}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
