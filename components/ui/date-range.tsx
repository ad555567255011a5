import Link from 'next/link'
import { useId } from 'react'
import { useTranslations } from 'next-intl'
import { buttonClass } from './button-class'
import { Icon } from './icon'
import { Input } from './input'

interface Props {
  legend: string
  /** The fields' names in the form or URL. */
  names: { from: string; to: string }
  from?: string | undefined
  to?: string | undefined
  /** Whole days, or to the minute. Local time of the reader's zone: the server knows it. */
  precision?: 'date' | 'datetime-local'
  /** "24 h", "7 days": links, as the URL is the state. */
  presets?: readonly { href: string; label: string; current: boolean }[]
  error?: string | undefined
}

/** From and to, with the common spans as links before them. Put it in a form. */
export function DateRange({ legend, names, from, to, precision = 'date', presets = [], error }: Props) {
  const t = useTranslations('ui')
  const id = useId()
  const invalid = error ? ({ 'aria-invalid': true, 'aria-describedby': `${id}-error` } as const) : {}
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-meta font-medium text-ink-2">{legend}</legend>
      {presets.length > 0 && (
        <ul className="flex flex-wrap gap-1">
          {presets.map((preset) => (
            <li key={preset.href}>
              <Link
                href={preset.href}
                prefetch={false}
                aria-current={preset.current ? 'true' : undefined}
                className={buttonClass('plain', preset.current ? '!bg-selected !border-accent' : undefined, 'small')}
              >
                {preset.current && <Icon name="tick" />}
                {preset.label}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {(['from', 'to'] as const).map((end) => (
          <label key={end} className="flex min-w-40 flex-1 flex-col gap-1 text-meta text-ink-2">
            {t(end)}
            <Input type={precision} name={names[end]} defaultValue={end === 'from' ? from : to} {...invalid} />
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1 text-table text-bad">
          <span className="flex h-5 items-center">
            <Icon name="exclamation" />
          </span>
          <span>{error}</span>
        </p>
      )}
    </fieldset>
  )
}
