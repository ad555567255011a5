'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { errorAttributes, Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Radio, RadioGroup } from '@/components/ui/radio'
import { SubmitButton } from '@/components/ui/submit-button'

export interface MailFromForm {
  label: string
  onMxFailure: 'default' | 'reject'
  problem?: string
}

interface Props {
  name: string
  set: boolean
  /** Saved, and SES is still to be told. */
  asked: boolean
  foreign: string | null
  start: MailFromForm
  action: SaveMailFrom
}

export type SaveMailFrom = (before: MailFromForm | null, form: FormData) => Promise<MailFromForm>

/** The name below the domain, and what SES does while its MX record is missing. */
export function MailFromForm({ name, set, asked, foreign, start, action }: Props) {
  const t = useTranslations('domains.mailFrom')
  const [answer, submit] = useActionState(action, null)
  const state = answer ?? start
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [answer])
  return (
    <form ref={form} action={submit} noValidate className="flex max-w-xl flex-col items-start gap-3">
      <div className="w-full">
        <Field id="mail-from" label={t('label', { name })} error={state.problem}>
          <span className="flex items-center gap-1">
            <Input key={state.label} id="mail-from" name="label" defaultValue={state.label} autoCapitalize="none" autoComplete="off" spellCheck={false} className="max-w-48 min-w-24 font-mono" {...errorAttributes('mail-from', state.problem)} />
            <span className="min-w-0 font-mono wrap-anywhere">{`.${name}`}</span>
          </span>
        </Field>
      </div>
      <RadioGroup key={state.onMxFailure} legend={t('onMxFailure')}>
        <Radio name="onMxFailure" value="default" defaultChecked={state.onMxFailure === 'default'} label={t('default')} hint={t('defaultHint')} />
        <Radio name="onMxFailure" value="reject" defaultChecked={state.onMxFailure === 'reject'} label={t('reject')} hint={t('rejectHint', { name })} />
      </RadioGroup>
      {foreign !== null && <Checkbox name="replace" value={foreign} label={t('replace', { name: foreign })} />}
      <SubmitButton look="plain">{set ? t('save') : t('set')}</SubmitButton>
      <p role="status" className="text-meta text-ink-3 empty:hidden">
        {answer && !answer.problem && asked ? t('saved') : ''}
      </p>
    </form>
  )
}
