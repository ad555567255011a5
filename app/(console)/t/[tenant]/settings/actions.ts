'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { SettingState } from '@/components/tenant/setting-state'
import { Transfer } from '@/lib/core/inputs/member'
import { RenameTenant } from '@/lib/core/inputs/tenant'
import { leaveTenant } from '@/lib/services/member/remove'
import { renameTenant } from '@/lib/services/tenant/rename'
import { transferTenant } from '@/lib/services/tenant/transfer'
import { action, type ActionResult } from '@/lib/web/action'

const home = (slug: string) => `/t/${encodeURIComponent(slug)}/settings`

type Refused = Extract<ActionResult<unknown>, { ok: false }>
const problemOf = ({ code, problems }: Refused): NonNullable<SettingState['problem']> => {
  if (problems[0]?.code === 'lastOwner' || problems[0]?.code === 'typed') return problems[0].code
  return code === 'forbidden' ? 'forbidden' : code === 'not_found' || code === 'invalid' ? 'gone' : 'conflict'
}

export async function rename(slug: string, _before: SettingState, form: FormData): Promise<SettingState> {
  const name = String(form.get('name') ?? '')
  const asked = await action('tenant.write', RenameTenant, renameTenant)(slug, { name })
  if (!asked.ok) return { given: name, problem: asked.code === 'invalid' ? 'name' : problemOf(asked) }
  revalidatePath(`/t/${encodeURIComponent(slug)}`, 'layout')
  return { given: asked.value.name, saved: true }
}

export async function transfer(slug: string, _before: SettingState, form: FormData): Promise<SettingState> {
  const userId = String(form.get('userId') ?? '')
  const asked = await action('owner.write', Transfer, transferTenant)(slug, { userId, confirm: String(form.get('confirm') ?? '') })
  if (!asked.ok) return { given: userId, problem: problemOf(asked) }
  revalidatePath(`/t/${encodeURIComponent(slug)}`, 'layout')
  redirect(`${home(slug)}?done=handedOver`)
}

export async function leave(slug: string): Promise<void> {
  const asked = await action('tenant.read', z.strictObject({}), leaveTenant)(slug, {})
  if (!asked.ok) redirect(`${home(slug)}?problem=${problemOf(asked)}#leave`)
  redirect('/')
}
