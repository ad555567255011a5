'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { LimitChoice, LimitField, LimitFormState } from '@/components/tenant/limit-state'
import { SetLimits } from '@/lib/core/inputs/limit'
import { limitNames, megabyte, type LimitName, type Limits } from '@/lib/core/limit/limits'
import { setLimits } from '@/lib/services/limit/set'
import { operatorAction } from '@/lib/web/action'

const set = operatorAction('tenant.write', SetLimits, setLimits)

const choices = ['usual', 'own', 'none'] as const
const fieldOf = (form: FormData, name: LimitName): LimitField => ({
  name,
  choice: choices.find((c) => c === form.get(`choice.${name}`)) ?? ('usual' satisfies LimitChoice),
  value: String(form.get(`value.${name}`) ?? '').trim(),
})

export async function saveLimits(id: string, _before: LimitFormState, form: FormData): Promise<LimitFormState> {
  const typed = limitNames.map((name) => fieldOf(form, name))
  const limits: Partial<Limits> = {}
  for (const { name, choice, value } of typed) {
    if (choice === 'none') limits[name] = null
    // What is no number becomes one that the schema refuses, with the limit's name.
    if (choice === 'own') limits[name] = /^\d+$/.test(value) ? Number(value) * (name === 'storageBytes' ? megabyte : 1) : -1
  }
  const usual = typed.filter((f) => f.choice === 'usual').map((f) => f.name)
  const done = await set({ tenantId: id, limits, usual, ...(form.get('known') === 'on' ? { newcomer: false as const } : {}) })
  if (!done.ok) {
    if (done.code !== 'invalid') return { typed, problem: done.code === 'forbidden' ? 'forbidden' : 'gone' }
    const wrong = limitNames.find((name) => done.problems.some((p) => p.path.includes(name)))
    return { typed, problem: 'number', ...(wrong ? { wrong } : {}) }
  }
  revalidatePath('/operator/tenants', 'layout')
  redirect(`/operator/tenants/${encodeURIComponent(id)}?done=limits`)
}
