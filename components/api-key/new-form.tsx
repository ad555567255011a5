'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { buttonClass } from '@/components/ui/button-class'
import { errorAttributes, Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { Radio, RadioGroup } from '@/components/ui/radio'
import { SubmitButton } from '@/components/ui/submit-button'
import { expiries, presets, type NewKeyState } from './new-state'
import { MadeKey } from './made-key'
import { ScopeChoice } from './scope-choice'

interface Props {
  groups: readonly { noun: string; scopes: readonly string[] }[]
  back: string
  action: (before: NewKeyState, form: FormData) => Promise<NewKeyState>
  start: NewKeyState
}

/** Name, what the key may do, and its end; then the key itself, once. */
export function NewKeyForm({ groups, back, action, start }: Props) {
  const t = useTranslations('keys')
  const ui = useTranslations('ui')
  const [state, submit] = useActionState(action, start)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [state])
  if (state.made) return <MadeKey made={state.made} back={back} />
  const { problems } = state
  return (
    <form key={JSON.stringify(state)} ref={form} action={submit} noValidate className="group/key flex max-w-2xl flex-col gap-4 px-4 pb-8">
      {problems.form && <p role="alert" className="text-form text-bad">{problems.form}</p>}
      <Field id="name" label={t('name')} error={problems.name}>
        <Input id="name" name="name" defaultValue={state.name} autoComplete="off" maxLength={100} placeholder={t('namePlaceholder')} className="max-w-md" {...errorAttributes('name', problems.name)} />
      </Field>
      <RadioGroup legend={t('may')}>
        {presets.map((preset) => (
          <Radio key={preset} name="preset" value={preset} defaultChecked={state.preset === preset} label={t(`preset.${preset}`)} hint={t(`presetHint.${preset}`)} />
        ))}
      </RadioGroup>
      <div className="hidden group-has-[[value=chosen]:checked]/key:block">
        <ScopeChoice groups={groups} chosen={state.scopes} error={problems.scopes} />
      </div>
      <div className="flex flex-wrap items-start gap-4">
        <Field id="expiry" label={t('expiry')}>
          <Select id="expiry" name="expiry" defaultValue={state.expiry} options={expiries.map((value) => ({ value, label: t(`expiryIn.${value}`) }))} />
        </Field>
        <div className="hidden group-has-[option[value=date]:checked]/key:block">
          <Field id="date" label={t('expiryDate')} error={problems.date}>
            <Input id="date" name="date" type="date" defaultValue={state.date} {...errorAttributes('date', problems.date)} />
          </Field>
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{t('make')}</SubmitButton>
        <Link href={back} prefetch={false} className={buttonClass()}>
          {ui('cancel')}
        </Link>
      </div>
    </form>
  )
}
