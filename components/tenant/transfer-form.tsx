'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ErrorPanel } from '@/components/ui/error-panel'
import { errorAttributes, Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { SubmitButton } from '@/components/ui/submit-button'
import type { SettingAction } from './setting-state'

interface Props {
  name: string
  /** The other members. */
  heirs: readonly { value: string; label: string }[]
  action: SettingAction
}

/** Hands the tenant over to another member: the name is typed first. */
export function TransferForm({ name, heirs, action }: Props) {
  const t = useTranslations('settings')
  const [state, submit] = useActionState(action, { given: '' })
  const typed = state.problem === 'typed' ? t('problem.typed', { name }) : undefined
  return (
    <form action={submit} noValidate className="flex max-w-md flex-col gap-3">
      {state.problem && state.problem !== 'typed' && state.problem !== 'name' && <ErrorPanel alert title={t(`problem.${state.problem}`, { name })} />}
      <Field id="heir" label={t('heir')}>
        <Select key={state.given} id="heir" name="userId" options={heirs} defaultValue={state.given || heirs[0]?.value} />
      </Field>
      <Field id="confirm-transfer" label={t('typeName', { name })} error={typed}>
        <Input id="confirm-transfer" name="confirm" autoComplete="off" autoCapitalize="none" spellCheck={false} {...errorAttributes('confirm-transfer', typed)} />
      </Field>
      <div>
        <SubmitButton look="danger">{t('transferSubmit')}</SubmitButton>
      </div>
    </form>
  )
}
