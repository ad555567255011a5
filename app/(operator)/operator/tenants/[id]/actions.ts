'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { TenantFormState } from '@/components/tenant/form-state'
import { DeleteTenant, SuspendTenant, TenantId } from '@/lib/core/inputs/operator'
import { deleteTenantByOperator } from '@/lib/services/tenant/delete'
import { resumeTenant } from '@/lib/services/tenant/resume'
import { suspendTenant } from '@/lib/services/tenant/suspend'
import { undeleteTenantByOperator } from '@/lib/services/tenant/undelete'
import { operatorAction, type ActionResult } from '@/lib/web/action'

const stop = operatorAction('tenant.stop', SuspendTenant, suspendTenant)
const start = operatorAction('tenant.stop', TenantId, resumeTenant)
const remove = operatorAction('tenant.erase', DeleteTenant, deleteTenantByOperator)
const keep = operatorAction('tenant.erase', TenantId, undeleteTenantByOperator)

type Refused = Extract<ActionResult<unknown>, { ok: false }>
const problemOf = ({ code }: Refused, field: 'reason' | 'confirm'): NonNullable<TenantFormState['problem']> =>
  code === 'invalid' ? field : code === 'not_found' ? 'gone' : code === 'forbidden' ? 'forbidden' : 'conflict'

/** To the page, which says what came of it: with and without script. */
function back(id: string, said: Record<string, string>): never {
  revalidatePath('/operator/tenants', 'layout')
  redirect(`/operator/tenants/${encodeURIComponent(id)}?${new URLSearchParams(said)}`)
}

export async function suspend(id: string, _before: TenantFormState, form: FormData): Promise<TenantFormState> {
  const typed = String(form.get('reason') ?? '')
  const done = await stop({ id, reason: typed })
  return done.ok ? back(id, { done: 'suspended' }) : { problem: problemOf(done, 'reason'), typed }
}

export async function resume(id: string): Promise<void> {
  const done = await start({ id })
  back(id, done.ok ? { done: 'resumed' } : { failed: problemOf(done, 'reason') })
}

export async function askDeletion(id: string, _before: TenantFormState, form: FormData): Promise<TenantFormState> {
  const typed = String(form.get('confirm') ?? '')
  const done = await remove({ id, confirm: typed })
  return done.ok ? back(id, { done: 'deleting' }) : { problem: problemOf(done, 'confirm'), typed }
}

export async function takeBack(id: string): Promise<void> {
  const done = await keep({ id })
  back(id, done.ok ? { done: 'undeleted' } : { failed: problemOf(done, 'reason') })
}
