'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { SessionId } from '@/lib/core/inputs/account'
import { endOtherSessions, endSession } from '@/lib/services/account/sessions'
import { userAction } from '@/lib/web/action'

const end = userAction(SessionId, endSession)
const others = userAction(z.object({}), endOtherSessions)

export async function endOne(form: FormData): Promise<void> {
  const ended = await end(form)
  redirect(`/account/sessions?done=${ended.ok ? 'ended' : 'gone'}`)
}

export async function endOthers(): Promise<void> {
  await others({})
  redirect('/account/sessions?done=others')
}
