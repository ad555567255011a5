'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Field, errorAttributes } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SubmitButton } from '@/components/ui/submit-button'

export type ViewProblem = '' | 'invalid' | 'conflict'

/** Keeps the filters of now under a name. */
export function SaveView({ action, query }: { action: (before: ViewProblem, form: FormData) => Promise<ViewProblem>; query: string }) {
  const t = useTranslations('log')
  const [problem, send] = useActionState(action, '')
  const error = problem ? t(`viewProblem.${problem}`) : undefined
  return (
    <form action={send} className="flex flex-col gap-2">
      <input type="hidden" name="query" value={query} />
      <Field id="view-name" label={t('viewName')} error={error}>
        <Input id="view-name" name="name" required maxLength={60} {...errorAttributes('view-name', error)} />
      </Field>
      <SubmitButton>{t('saveView')}</SubmitButton>
    </form>
  )
}
