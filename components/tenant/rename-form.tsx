'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { errorAttributes, Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SubmitButton } from '@/components/ui/submit-button'
import type { SettingAction } from './setting-state'

/** The tenant's name, which saves alone. */
export function RenameForm({ name, hint, action }: { name: string; hint: string; action: SettingAction }) {
  const t = useTranslations('settings')
  const [state, submit] = useActionState(action, { given: name })
  const problem = state.problem && (state.problem === 'name' ? t('nameMissing') : t(`problem.${state.problem}`, { name }))
  return (
    <form action={submit} noValidate className="flex flex-col items-start gap-3">
      <div className="w-full max-w-md">
        <Field id="name" label={t('name')} error={problem}>
          <Input key={state.given} id="name" name="name" defaultValue={state.given} autoComplete="organization" maxLength={100} {...errorAttributes('name', problem)} />
        </Field>
      </div>
      <p className="text-table text-ink-2 wrap-anywhere">{hint}</p>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton look="plain">{t('saveName')}</SubmitButton>
        <p role="status" className="text-table text-ink-2 empty:hidden">
          {state.saved ? t('nameSaved') : ''}
        </p>
      </div>
    </form>
  )
}
