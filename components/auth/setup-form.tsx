'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { errorAttributes, Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { SetupState } from './setup-state'

interface Props {
  action: (before: SetupState, form: FormData) => Promise<SetupState>
  token: string
}

/** Name, e-mail and password of the first operator. Posts before any script has loaded. */
export function SetupForm({ action, token }: Props) {
  const t = useTranslations('setup')
  const [state, submit, pending] = useActionState(action, { name: '', email: '' })
  const form = useRef<HTMLFormElement>(null)
  const fields = state.fields ?? {}

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[role=alert], [aria-invalid]')?.focus()
  }, [state])

  return (
    <form ref={form} action={submit} noValidate className="flex flex-col gap-4 rounded-panel border border-line bg-surface p-4">
      {state.problem && <ErrorPanel alert title={state.problem} />}
      <input type="hidden" name="token" value={token} />
      <Field id="name" label={t('name')} error={fields.name}>
        <Input key={`n${state.name}`} id="name" name="name" autoComplete="name" required defaultValue={state.name} {...errorAttributes('name', fields.name)} />
      </Field>
      <Field id="email" label={t('email')} error={fields.email}>
        <Input key={`e${state.email}`} id="email" name="email" type="email" autoComplete="username" required defaultValue={state.email} {...errorAttributes('email', fields.email)} />
      </Field>
      <Field id="password" label={t('password')} error={fields.password}>
        <Input id="password" name="password" type="password" autoComplete="new-password" required {...errorAttributes('password', fields.password)} />
      </Field>
      <Button look="primary" aria-disabled={pending}>
        {pending ? t('pending') : t('submit')}
      </Button>
    </form>
  )
}
