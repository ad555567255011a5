'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { errorAttributes, Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { LoginState } from './login-state'

interface Props {
  action: (before: LoginState, form: FormData) => Promise<LoginState>
  callbackUrl: string
}

/** E-mail and password. Posts before any script has loaded; with script, the answer takes the focus. */
export function LoginForm({ action, callbackUrl }: Props) {
  const t = useTranslations('auth')
  const [state, submit, pending] = useActionState(action, { email: '' })
  const answer = useRef<HTMLDivElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const fields = state.fields ?? {}
  const problems = (['email', 'password'] as const).filter((name) => fields[name])

  useEffect(() => {
    if (answer.current) answer.current.focus()
    else form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [state])

  return (
    <form ref={form} action={submit} noValidate className="flex flex-col gap-4 rounded-panel border border-line bg-surface p-4">
      {state.problem && <ErrorPanel key="problem" ref={answer} alert title={state.problem} />}
      {problems.length > 1 && (
        <ErrorPanel key="summary" ref={answer} alert title={t('summary', { count: problems.length })}>
          <ul className="list-disc pl-4">
            {problems.map((name) => (
              <li key={name}>
                <a href={`#${name}`} className="text-ink underline">
                  {fields[name]}
                </a>
              </li>
            ))}
          </ul>
        </ErrorPanel>
      )}
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Field id="email" label={t('email')} error={fields.email}>
        <Input
          key={state.email}
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          defaultValue={state.email}
          {...errorAttributes('email', fields.email)}
        />
      </Field>
      <Field id="password" label={t('password')} error={fields.password}>
        <Input
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          {...errorAttributes('password', fields.password)}
        />
      </Field>
      <Button look="primary" aria-disabled={pending}>
        {pending ? t('pending') : t('submit')}
      </Button>
    </form>
  )
}
