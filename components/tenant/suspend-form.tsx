'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { errorAttributes, Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { Textarea } from '@/components/ui/textarea'
import type { TenantAct } from './form-state'

/** Stops a tenant, with the words that it will read. */
export function SuspendForm({ name, action }: { name: string; action: TenantAct }) {
  const t = useTranslations('tenants')
  const [state, submit] = useActionState(action, {})
  const problem = state.problem && t(`problem.${state.problem}`, { slug: '' })
  return (
    <form action={submit} className="flex max-w-xl flex-col items-start gap-3">
      <p className="text-table text-ink-2 wrap-anywhere">{t('suspend.text', { name })}</p>
      <div className="w-full">
        <Field id="reason" label={t('suspend.reason')} error={problem}>
          <Textarea id="reason" name="reason" rows={3} required minLength={10} maxLength={500} defaultValue={state.typed} {...errorAttributes('reason', problem)} />
        </Field>
      </div>
      <SubmitButton look="danger">{t('suspend.act', { name })}</SubmitButton>
    </form>
  )
}
