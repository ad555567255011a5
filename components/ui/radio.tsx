import type { InputHTMLAttributes, ReactNode } from 'react'
import { Icon } from './icon'

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  label: ReactNode
  hint?: ReactNode
}

/** One choice of a RadioGroup. */
export function Radio({ label, hint, ...rest }: Props) {
  return (
    <label className="choice">
      <input type="radio" className="choice-mark" {...rest} />
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-meta text-ink-3">{hint}</span>}
      </span>
    </label>
  )
}

/** Choices of which one holds. Its Radios share a `name`. */
export function RadioGroup({ legend, error, children }: { legend: ReactNode; error?: string | undefined; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-1" aria-invalid={error ? true : undefined}>
      <legend className="mb-1 text-meta font-medium text-ink-2">{legend}</legend>
      {children}
      {error && (
        <p className="flex items-start gap-1 text-table text-bad">
          <span className="flex h-5 items-center">
            <Icon name="exclamation" />
          </span>
          <span>{error}</span>
        </p>
      )}
    </fieldset>
  )
}
