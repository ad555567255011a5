'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { ErrorPanel } from '@/components/ui/error-panel'
import { errorAttributes, Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { NumberField } from '@/components/ui/number-field'
import { SubmitButton } from '@/components/ui/submit-button'
import type { LimitAct, LimitField } from './limit-state'

interface Props {
  fields: readonly LimitField[]
  /** What holds where nothing is set, as text, by limit. */
  given: Record<string, string>
  isNewcomer: boolean
  action: LimitAct
}

/** Sets what a tenant may have and use: for each limit that of all tenants, a number of its own, or none. */
export function LimitForm({ fields, given, isNewcomer, action }: Props) {
  const t = useTranslations('tenants.limits')
  const [state, submit] = useActionState(action, {})
  return (
    // Open where something is wrong in it.
    <details open={state.problem !== undefined}>
      <summary className="min-h-6 text-form text-accent pointer-coarse:min-h-11">{t('change')}</summary>
      <form action={submit} noValidate className="flex flex-col items-start gap-4 pt-3">
        {state.problem && state.problem !== 'number' && <ErrorPanel alert title={t(`problem.${state.problem}`)} />}
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
          {(state.typed ?? fields).map(({ name, choice, value }) => {
            const error = state.wrong === name ? t('problem.number') : undefined
            const choices = [
              { value: 'usual', label: t('usual', { limit: given[name] ?? '' }) },
              { value: 'own', label: t('own') },
              { value: 'none', label: t('none') },
            ]
            return (
              <fieldset key={`${name} ${choice} ${value}`} className="flex min-w-0 flex-col gap-2">
                <legend className="text-form font-medium">{t(`name.${name}`)}</legend>
                <Select name={`choice.${name}`} aria-label={t('choice', { name: t(`name.${name}`) })} options={choices} defaultValue={choice} />
                <Field id={`value-${name}`} label={t('value')} error={error}>
                  <NumberField id={`value-${name}`} name={`value.${name}`} min={0} step={1} defaultValue={value} unit={name === 'storageBytes' ? t('megabytes') : undefined} {...errorAttributes(`value-${name}`, error)} />
                </Field>
              </fieldset>
            )
          })}
        </div>
        {isNewcomer && <Checkbox name="known" label={t('known')} hint={t('knownHint')} />}
        <SubmitButton look="plain">{t('save')}</SubmitButton>
      </form>
    </details>
  )
}
