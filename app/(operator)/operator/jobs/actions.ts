'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { DeadLetterId } from '@/lib/core/inputs/dead-letter'
import { discardDeadLetter } from '@/lib/services/dead-letter/discard'
import { retryDeadLetter } from '@/lib/services/dead-letter/retry'
import { retryAllDeadLetters } from '@/lib/services/dead-letter/retry-all'
import { operatorAction } from '@/lib/web/action'

const one = operatorAction('deadLetter.write', DeadLetterId, ({ ctx, input }) => retryDeadLetter({ ctx, input }))
const every = operatorAction('deadLetter.write', z.object({}), ({ ctx }) => retryAllDeadLetters({ ctx }))
const away = operatorAction('deadLetter.write', DeadLetterId, ({ ctx, input }) => discardDeadLetter({ ctx, input }))

/** To the list, which says what came of it: with and without script. */
function back(said: Record<string, string>): never {
  revalidatePath('/operator/jobs', 'layout')
  redirect(`/operator/jobs?${new URLSearchParams(said)}`)
}

export async function retry(form: FormData): Promise<void> {
  back((await one(form)).ok ? { done: 'retried' } : { failed: 'retry' })
}

export async function retryAll(): Promise<void> {
  const result = await every({})
  back(result.ok ? { done: 'retriedAll', n: String(result.value.retried) } : { failed: 'retry' })
}

export async function discard(form: FormData): Promise<void> {
  back((await away(form)).ok ? { done: 'discarded' } : { failed: 'discard' })
}
