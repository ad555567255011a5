'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { LookState } from '@/components/impersonation/start-state'
import { EndImpersonation, StartImpersonation } from '@/lib/core/inputs/impersonation'
import { endImpersonation } from '@/lib/services/impersonation/end'
import { startImpersonation } from '@/lib/services/impersonation/start'
import { operatorAction } from '@/lib/web/action'

const start = operatorAction('tenant.impersonate', StartImpersonation, startImpersonation)
const end = operatorAction('tenant.impersonate', EndImpersonation, endImpersonation)

export async function startLook(id: string, _before: LookState, form: FormData): Promise<LookState> {
  const typed = String(form.get('reason') ?? '')
  const done = await start({ id, reason: typed })
  if (done.ok) redirect(`/t/${encodeURIComponent(done.value.slug)}`)
  const { code, problems } = done
  if (problems[0]?.code === 'member') return { problem: 'member', typed }
  return { problem: code === 'invalid' ? 'reason' : code === 'not_found' ? 'gone' : code === 'forbidden' ? 'forbidden' : 'conflict', typed }
}

export async function endLook(): Promise<void> {
  const done = await end({})
  revalidatePath('/operator', 'layout')
  if (done.ok && done.value) redirect(`/operator/tenants/${encodeURIComponent(done.value)}?done=ended`)
  redirect('/operator/tenants')
}
