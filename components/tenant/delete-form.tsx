'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { errorAttributes, Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SubmitButton } from '@/components/ui/submit-button'
import type { TenantAct } from './form-state'

interface Props {
  name: string
  slug: string
  /** Days until it is erased. */
  days: number
  action: TenantAct
}

/** Asks for the tenant's slug, and says what goes and when. */
export function DeleteForm({ name, slug, days, action }: Props) {
  const t = useTranslations('tenants')
  const [state, submit] = useActionState(action, {})
  const problem = state.problem && t(`problem.${state.problem}`, { slug })
  return (
    <form action={submit} className="flex max-w-xl flex-col items-start gap-3">
      <p className="text-table text-ink-2 wrap-anywhere">{t('delete.text', { name, slug, days })}</p>
      <p className="text-table text-ink-2">{t('delete.export')}</p>
      <div className="w-full">
        <Field id="confirm" label={t('delete.confirm', { slug })} error={problem}>
          <Input id="confirm" name="confirm" required defaultValue={state.typed} autoComplete="off" autoCapitalize="none" spellCheck={false} {...errorAttributes('confirm', problem)} />
        </Field>
      </div>
      <SubmitButton look="danger">{t('delete.act', { name })}</SubmitButton>
    </form>
  )
}
