'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef, type ReactNode } from 'react'
import { Banner } from '@/components/ui/banner'
import { classes } from '@/components/ui/classes'
import { ErrorPanel } from '@/components/ui/error-panel'
import { errorAttributes, Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { SubmitButton } from '@/components/ui/submit-button'
import type { AccountState } from './state'

interface FormField {
  name: string
  label: string
  type?: 'text' | 'email' | 'password'
  autoComplete?: string
  hint?: string
  value?: string
  /** Makes it a choice. */
  options?: readonly { value: string; label: string }[]
}

interface Props {
  action: (before: AccountState, form: FormData) => Promise<AccountState>
  fields: readonly FormField[]
  submit: string
  /** Shown in place of the form once it is done. */
  done?: ReactNode
  hidden?: Record<string, string>
  /** Without a frame of its own: it stands in a panel. */
  bare?: boolean
  danger?: boolean
  /** The lesser of two answers. */
  quiet?: boolean
}

/** A form of few fields that posts before any script has loaded. Errors stand at their fields; from two on a summary takes the focus. */
export function AccountForm({ action, fields, submit, done, hidden = {}, bare = false, danger = false, quiet = false }: Props) {
  const t = useTranslations('account')
  const [state, send] = useActionState(action, { given: {} })
  const form = useRef<HTMLFormElement>(null)
  const errors = state.fields ?? {}
  const wrong = fields.filter((f) => errors[f.name])
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[role=alert], [aria-invalid]')?.focus()
  }, [state])
  if (state.done && done)
    return (
      <Banner tone="ok" icon="mail" live>
        {done}
      </Banner>
    )
  return (
    <form ref={form} action={send} noValidate className={classes('flex flex-col gap-4', !bare && 'rounded-panel border border-line bg-surface p-4')}>
      {state.problem && <ErrorPanel alert title={state.problem} />}
      {wrong.length > 1 && (
        <ErrorPanel alert title={t('summary', { count: wrong.length })}>
          <ul className="list-disc pl-4">
            {wrong.map((f) => (
              <li key={f.name}>
                <a href={`#${f.name}`} className="text-ink underline">
                  {errors[f.name]}
                </a>
              </li>
            ))}
          </ul>
        </ErrorPanel>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((f) => {
        const value = state.given[f.name] ?? f.value ?? ''
        return (
          <Field key={f.name} id={f.name} label={f.label} error={errors[f.name]}>
            {f.hint && <p className="text-table text-ink-2">{f.hint}</p>}
            {f.options ? (
              <Select key={value} id={f.name} name={f.name} defaultValue={value} options={f.options} />
            ) : (
              <Input key={value} id={f.name} name={f.name} type={f.type ?? 'text'} autoComplete={f.autoComplete} autoCapitalize={f.type === 'email' ? 'none' : undefined} defaultValue={value} {...errorAttributes(f.name, errors[f.name])} />
            )}
          </Field>
        )
      })}
      <SubmitButton look={danger ? 'danger' : quiet ? 'quiet' : 'primary'} className={bare ? 'self-start' : ''}>
        {submit}
      </SubmitButton>
    </form>
  )
}
