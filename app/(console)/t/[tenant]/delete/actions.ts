'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { TenantFormState } from '@/components/tenant/form-state'
import { DeleteOwnTenant } from '@/lib/core/inputs/tenant'
import { deleteTenant } from '@/lib/services/tenant/delete'
import { undeleteTenant } from '@/lib/services/tenant/undelete'
import { action } from '@/lib/web/action'

const remove = action('tenant.delete', DeleteOwnTenant, deleteTenant)
const keep = action('tenant.delete', z.object({}), ({ ctx }) => undeleteTenant({ ctx }))

function back(slug: string, said: Record<string, string>): never {
  revalidatePath('/t', 'layout')
  redirect(`/t/${encodeURIComponent(slug)}/delete?${new URLSearchParams(said)}`)
}

export async function askDeletion(slug: string, _before: TenantFormState, form: FormData): Promise<TenantFormState> {
  const typed = String(form.get('confirm') ?? '')
  const done = await remove(slug, { confirm: typed })
  if (done.ok) back(slug, { done: 'deleting' })
  return { problem: done.code === 'invalid' ? 'confirm' : done.code === 'forbidden' ? 'forbidden' : 'conflict', typed }
}

export async function takeBack(slug: string): Promise<void> {
  const done = await keep(slug, {})
  back(slug, done.ok ? { done: 'undeleted' } : { failed: done.code === 'forbidden' ? 'forbidden' : 'conflict' })
}
