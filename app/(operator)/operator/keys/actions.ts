'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requestReseal } from '@/lib/services/sealing/request'
import { operatorAction } from '@/lib/web/action'

const ask = operatorAction('sealingKey.write', z.strictObject({}), requestReseal)

export async function resealNow(): Promise<void> {
  const done = await ask({})
  if (!done.ok) throw new Error(done.message)
  redirect('/operator/keys?done=asked')
}
