'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { buttonClass } from '@/components/ui/button-class'
import { Checkbox } from '@/components/ui/checkbox'
import { errorAttributes, Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SubmitButton } from '@/components/ui/submit-button'

export interface RemoveState {
  problem?: 'typed' | 'forbidden'
}

export type Remove = (before: RemoveState, form: FormData) => Promise<RemoveState>

/** Asks for the name on a page of its own, and says what stops. */
export function RemoveForm({ name, adopted, back, action }: { name: string; adopted: boolean; back: string; action: Remove }) {
  const t = useTranslations('domains')
  const ui = useTranslations('ui')
  const [state, submit] = useActionState(action, {})
  const problem = state.problem && (state.problem === 'typed' ? t('typed', { name }) : t('mayNot'))
  return (
    <form action={submit} className="flex max-w-xl flex-col items-start gap-4 px-4 pb-8">
      <p className="text-ink-2 wrap-anywhere">{t('removeText', { name })}</p>
      <div className="w-full">
        <Field id="confirm" label={ui.rich('typeName', { name: () => <bdi className="font-mono wrap-anywhere text-ink select-all">{name}</bdi> })} error={problem}>
          <Input id="confirm" name="confirm" autoComplete="off" autoCapitalize="none" spellCheck={false} {...errorAttributes('confirm', problem)} />
        </Field>
      </div>
      {adopted && <Checkbox name="deleteIdentity" label={t('deleteIdentity')} />}
      <div className="flex flex-wrap gap-2">
        <SubmitButton look="danger">{t('remove')}</SubmitButton>
        <Link href={back} prefetch={false} className={buttonClass()}>
          {ui('cancel')}
        </Link>
      </div>
    </form>
  )
}
