'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { DeadLetterId } from '@/lib/core/inputs/dead-letter'
import { discardDeadLetter } from '@/lib/services/dead-letter/discard'
import { retryDeadLetter } from '@/lib/services/dead-letter/retry'
import { retryAllDeadLetters } from '@/lib/services/dead-letter/retry-all'
import { operatorAction } from '@/lib/web/action'

const one = operatorAction(DeadLetterId, ({ ctx, input }) => retryDeadLetter({ ctx, input }))
const every = operatorAction(z.object({}), ({ ctx }) => retryAllDeadLetters({ ctx }))
const away = operatorAction(DeadLetterId, ({ ctx, input }) => discardDeadLetter({ ctx, input }))

// A job that another operator was quicker with is gone from the list as well: the fresh list is the answer.
export async function retry(form: FormData): Promise<void> {
  await one(form)
  revalidatePath('/operator/jobs')
}

export async function retryAll(): Promise<void> {
  await every({})
  revalidatePath('/operator/jobs')
}

export async function discard(form: FormData): Promise<void> {
  await away(form)
  revalidatePath('/operator/jobs')
}
