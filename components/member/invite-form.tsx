'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef } from 'react'
import { Banner } from '@/components/ui/banner'
import { ErrorPanel } from '@/components/ui/error-panel'
import { errorAttributes, Field } from '@/components/ui/field'
import { Input, Select } from '@/components/ui/input'
import { SubmitButton } from '@/components/ui/submit-button'

export interface InviteState {
  email: string
  role: string
  /** The address that the invitation went to. */
  invited?: string
  /** What is wrong with the address, and what with all of it. */
  wrong?: string
  problem?: string
}

interface Props {
  /** Those that the reader may give. */
  roles: readonly { value: string; label: string }[]
  action: (before: InviteState, form: FormData) => Promise<InviteState>
}

/** An address and a role. Works before any script has loaded. */
export function InviteForm({ roles, action }: Props) {
  const t = useTranslations('members')
  const [state, submit] = useActionState(action, { email: '', role: 'member' })
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('[role=alert], [aria-invalid]')?.focus(), [state])
  return (
    <form ref={form} action={submit} noValidate className="flex flex-col gap-3">
      {state.problem && <ErrorPanel alert title={state.problem} />}
      {state.invited && (
        <Banner tone="ok" icon="mail" live>
          <span className="wrap-anywhere">{t('invited', { email: state.invited })}</span>
        </Banner>
      )}
      <div className="grid items-start gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Field id="email" label={t('email')} error={state.wrong}>
          <Input key={state.email} id="email" name="email" type="email" defaultValue={state.email} autoComplete="off" autoCapitalize="none" spellCheck={false} {...errorAttributes('email', state.wrong)} />
        </Field>
        <Field id="role" label={t('roleHead')}>
          <Select key={state.role} id="role" name="role" options={roles} defaultValue={state.role} />
        </Field>
      </div>
      <p className="text-table text-ink-2">{t('inviteHint')}</p>
      <div>
        <SubmitButton>{t('inviteSubmit')}</SubmitButton>
      </div>
    </form>
  )
}
