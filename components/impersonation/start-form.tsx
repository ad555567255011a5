'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { errorAttributes, Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { Textarea } from '@/components/ui/textarea'
import type { LookState } from './start-state'

interface Props {
  name: string
  action: (before: LookState, form: FormData) => Promise<LookState>
}

/** Begins a look into a tenant, with the reason that it will read. */
export function StartForm({ name, action }: Props) {
  const t = useTranslations('impersonation')
  const [state, submit] = useActionState(action, {})
  const problem = state.problem && t(`problem.${state.problem}`)
  return (
    <form action={submit} className="flex max-w-xl flex-col items-start gap-3">
      <p className="text-table text-ink-2 wrap-anywhere">{t('text', { name })}</p>
      <div className="w-full">
        <Field id="look-reason" label={t('label')} error={problem}>
          <Textarea id="look-reason" name="reason" rows={2} required minLength={10} maxLength={500} defaultValue={state.typed} {...errorAttributes('look-reason', problem)} />
        </Field>
      </div>
      <SubmitButton>{t('act', { name })}</SubmitButton>
    </form>
  )
}
