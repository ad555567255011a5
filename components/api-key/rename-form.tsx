'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { errorAttributes, Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SubmitButton } from '@/components/ui/submit-button'

export interface RenameState {
  name: string
  saved?: boolean
  problem?: string
}

export function RenameForm({ name, action }: { name: string; action: (before: RenameState, form: FormData) => Promise<RenameState> }) {
  const t = useTranslations('keys')
  const [state, submit] = useActionState(action, { name })
  return (
    <form action={submit} noValidate className="flex flex-col gap-1">
      <Field id="name" label={t('name')} error={state.problem}>
        <span className="flex flex-wrap gap-2">
          <Input key={state.name} id="name" name="name" defaultValue={state.name} autoComplete="off" maxLength={100} className="max-w-md" {...errorAttributes('name', state.problem)} />
          <SubmitButton look="plain">{t('rename')}</SubmitButton>
        </span>
      </Field>
      <p role="status" className="text-meta text-ink-3 empty:hidden">
        {state.saved ? t('renamed') : ''}
      </p>
    </form>
  )
}
