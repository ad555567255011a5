'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Radio, RadioGroup } from '@/components/ui/radio'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Role } from '@/lib/core/access/matrix'

export interface RoleState {
  role: string
  saved?: boolean
  problem?: 'forbidden' | 'beyond' | 'member' | 'limit' | 'email' | 'role' | 'lastOwner' | 'conflict' | 'tooMany' | 'gone' | 'failed'
}

interface Props {
  name: string
  role: string
  /** Those that the reader may give. */
  roles: readonly Role[]
  action: (before: RoleState, form: FormData) => Promise<RoleState>
}

/** Each role with what it may do. */
export function RoleForm({ name, role, roles, action }: Props) {
  const t = useTranslations('members')
  const [state, submit] = useActionState(action, { role })
  return (
    <form action={submit} className="flex flex-col gap-3">
      {state.problem && <ErrorPanel alert title={t(`problem.${state.problem}`, { email: '', minutes: 1 })} />}
      <RadioGroup legend={<span className="sr-only">{t('changeRole')}</span>}>
        {roles.map((r) => (
          <Radio key={`${r} ${role}`} name="role" value={r} defaultChecked={r === role} label={t(`role.${r}`)} hint={t(`roleMeans.${r}`)} />
        ))}
      </RadioGroup>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton look="plain">{t('changeRoleSubmit')}</SubmitButton>
        <p role="status" className="text-table text-ink-2 empty:hidden">
          {state.saved ? t('roleSaved', { name, role: t(`role.${state.role as Role}`) }) : ''}
        </p>
      </div>
    </form>
  )
}
