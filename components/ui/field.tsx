import type { ReactNode } from 'react'
import { Icon } from './icon'

interface Props {
  id: string
  label: ReactNode
  error?: string | undefined
  children: ReactNode
}

/** A label, its control, and what is wrong with it. The control carries `id`, and `aria-describedby` as `describedBy(id, error)`. */
export function Field({ id, label, error, children }: Props) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-meta font-medium text-ink-2">
        {label}
      </label>
      {children}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1 text-table text-bad">
          <span className="flex h-5 items-center">
            <Icon name="exclamation" />
          </span>
          <span>{error}</span>
        </p>
      )}
    </div>
  )
}

/** Attributes that tie a control to its field's error. */
export const errorAttributes = (id: string, error: string | undefined) =>
  error ? ({ 'aria-invalid': true, 'aria-describedby': `${id}-error` } as const) : {}
