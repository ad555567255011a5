'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { ActState } from '@/components/plan/act-state'
import { PlanId } from '@/lib/core/inputs/plan'
import { createPlan } from '@/lib/services/sync/create-plan'
import { cancelPlan, requestApply } from '@/lib/services/sync/request-apply'
import { operatorAction } from '@/lib/web/action'

const make = operatorAction(z.object({}), ({ ctx }) => createPlan({ ctx }))
const start = operatorAction(PlanId, ({ ctx, input }) => requestApply({ ctx, input }))
const stop = operatorAction(PlanId, ({ ctx, input }) => cancelPlan({ ctx, input }))

/** Reads SES now, and leads to the plan that came of it. */
export async function checkNow(): Promise<void> {
  const made = await make({})
  if (made.ok) redirect(`/operator/sync/${made.value.id}`)
}

export async function applyNow(_before: ActState, form: FormData): Promise<ActState> {
  const result = await start(form)
  revalidatePath('/operator/sync', 'layout')
  return result.ok ? {} : { message: result.message }
}

export async function cancelNow(_before: ActState, form: FormData): Promise<ActState> {
  const result = await stop(form)
  revalidatePath('/operator/sync', 'layout')
  return result.ok ? {} : { message: result.message }
}
