'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { ActState } from '@/components/plan/act-state'
import { Fault } from '@/lib/core/fault'
import { PlanId } from '@/lib/core/inputs/plan'
import { createPlan } from '@/lib/services/sync/create-plan'
import { SyncBusy } from '@/lib/services/sync/lock'
import { cancelPlan, requestApply } from '@/lib/services/sync/request-apply'
import { operatorAction } from '@/lib/web/action'

/** Nobody looks at a page for longer: an apply that runs has a page of its own. */
const waitMs = 10_000

const make = operatorAction('plan.write', z.object({}), ({ ctx }) => createPlan({ ctx, waitMs }))
const start = operatorAction('plan.write', PlanId, ({ ctx, input }) => requestApply({ ctx, input }))
const stop = operatorAction('plan.write', PlanId, ({ ctx, input }) => cancelPlan({ ctx, input }))

/** Reads SES now, and leads to the plan that came of it; or back, where the page says why there is none. */
export async function checkNow(): Promise<void> {
  const made = await make({}).catch((error: unknown) => {
    if (error instanceof Fault) return error
    throw error
  })
  revalidatePath('/operator/sync', 'layout')
  if (made instanceof Fault) redirect(`/operator/sync?failed=${made instanceof SyncBusy ? 'busy' : 'unread'}`)
  redirect(made.ok ? `/operator/sync/${made.value.id}` : '/operator/sync?failed=refused')
}

export async function applyNow(_before: ActState, form: FormData): Promise<ActState> {
  const result = await start(form)
  revalidatePath('/operator/sync', 'layout')
  return result.ok ? { asked: true } : { refused: 'apply' }
}

export async function cancelNow(_before: ActState, form: FormData): Promise<ActState> {
  const result = await stop(form)
  revalidatePath('/operator/sync', 'layout')
  return result.ok ? {} : { refused: 'cancel' }
}
