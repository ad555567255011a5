'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { errorAttributes, Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SubmitButton } from '@/components/ui/submit-button'

export interface AddState {
  name: string
  problem?: string
}

/** One field: the domain, in Unicode or A-labels. */
export function AddForm({ action }: { action: (before: AddState, form: FormData) => Promise<AddState> }) {
  const t = useTranslations('domains')
  const [state, submit] = useActionState(action, { name: '' })
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [state])
  return (
    <form ref={form} action={submit} noValidate className="flex max-w-xl flex-col items-start gap-4 px-4 pb-8">
      <p className="text-ink-2">{t('newHint')}</p>
      <div className="w-full">
        <Field id="name" label={t('name')} error={state.problem}>
          <Input key={state.name} id="name" name="name" defaultValue={state.name} autoCapitalize="none" autoComplete="off" spellCheck={false} {...errorAttributes('name', state.problem)} />
        </Field>
      </div>
      <SubmitButton>{t('add')}</SubmitButton>
    </form>
  )
}
