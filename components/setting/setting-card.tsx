'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ErrorPanel } from '@/components/ui/error-panel'
import { SubmitButton } from '@/components/ui/submit-button'
import type { CardAction, CardField, CardState } from './card-state'
import { SettingField } from './setting-field'

interface Props {
  id: string
  version: number
  fields: readonly CardField[]
  submit: string
  action: CardAction
}

/** A card that saves alone, with and without script. Somebody else's change meanwhile is told, and what was typed stays. */
export function SettingCard({ id, version, fields, submit, action }: Props) {
  const t = useTranslations('platform')
  const [state, send] = useActionState<CardState, FormData>(action, {})
  return (
    <form action={send} noValidate className="flex flex-col items-start gap-3">
      {state.problem && <ErrorPanel alert title={t(`problem.${state.problem}`)} />}
      <input type="hidden" name="version" value={state.version ?? version} />
      {fields.map((field) => (
        <div key={field.name} className="flex w-full max-w-xl min-w-0 flex-col gap-2">
          {field.heading && <h3 className="pt-2 text-form font-semibold">{field.heading}</h3>}
          <SettingField id={`${id}-${field.name}`} field={{ ...field, value: state.given ? (state.given[field.name] ?? '') : field.value }} error={state.fields?.[field.name]} />
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton look="plain">{submit}</SubmitButton>
        <p role="status" className="text-table text-ink-2 empty:hidden">
          {state.saved ? t('saved') : ''}
        </p>
      </div>
    </form>
  )
}
