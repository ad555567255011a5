'use client'

import { Combobox as Base } from '@base-ui/react/combobox'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { classes } from './classes'
import { controlClass } from './control-class'
import { Icon } from './icon'
import { layerClass } from './layer-class'

export interface Choice {
  value: string
  label: string
  /** A second line: what tells it from its namesakes. */
  hint?: string
}

interface Props {
  id: string
  choices: readonly Choice[]
  /** The field's name in its form; the value is sent. */
  name?: string
  value?: string | null
  defaultValue?: string | null
  onChange?: (value: string | null) => void
  /** Where the server searches: `choices` are then its answer to this text. */
  onSearch?: (text: string) => void
  placeholder?: string
  disabled?: boolean
  readOnly?: boolean
  required?: boolean
  'aria-invalid'?: boolean
  'aria-describedby'?: string
}

/** One of many, found by typing. Inside a Field. Where a form has to work without script, use Select. */
export function Combobox({ id, choices, name, value, defaultValue, onChange, onSearch, placeholder, disabled, readOnly, required, ...aria }: Props) {
  const t = useTranslations('ui')
  const [text, setText] = useState('')
  const choice = (wanted: string | null | undefined) => (wanted === undefined ? undefined : (choices.find((c) => c.value === wanted) ?? null))
  return (
    <Base.Root
      items={choices}
      {...(value === undefined ? { defaultValue: choice(defaultValue) ?? null } : { value: choice(value) ?? null })}
      onValueChange={(next: Choice | null) => onChange?.(next?.value ?? null)}
      onInputValueChange={(typed) => {
        setText(typed)
        onSearch?.(typed)
      }}
      {...(onSearch ? { filter: null } : {})}
      isItemEqualToValue={(a: Choice, b: Choice) => a.value === b.value}
      name={name}
      disabled={disabled}
      readOnly={readOnly}
      required={required}
      autoHighlight
    >
      <Base.InputGroup className="relative flex min-w-0">
        <Base.Input id={id} placeholder={placeholder} className={classes(controlClass, 'pr-8')} {...aria} />
        <Base.Trigger aria-label={t('open')} className="absolute inset-y-0 right-0 flex w-8 items-center justify-center text-ink-3 hover:text-ink disabled:opacity-60">
          <Icon name="chevron" />
        </Base.Trigger>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-60">
          <Base.Popup className={classes(layerClass, 'max-h-[min(20rem,var(--available-height))] w-(--anchor-width) min-w-48 overflow-y-auto p-1')}>
            <Base.Empty>
              <div className="px-2 py-1 text-form text-ink-2 wrap-anywhere">{t('noMatch', { text })}</div>
            </Base.Empty>
            <Base.List>
              {(item: Choice) => (
                <Base.Item
                  key={item.value}
                  value={item}
                  className={
                    'flex min-h-8 pointer-coarse:min-h-11 cursor-pointer items-center gap-2 rounded-chip px-2 py-1 text-form outline-none select-none ' +
                    'data-highlighted:bg-selected data-highlighted:outline-2 data-highlighted:-outline-offset-2 data-highlighted:outline-accent'
                  }
                >
                  <span className="min-w-0 flex-1 wrap-anywhere">
                    {item.label}
                    {item.hint && <span className="block text-meta text-ink-3">{item.hint}</span>}
                  </span>
                  <Base.ItemIndicator>
                    <Icon name="tick" />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
