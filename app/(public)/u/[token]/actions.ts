'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { Refusal } from '@/lib/core/access/refusal'
import { stopNotice } from '@/lib/services/notice/stop'
import { clientIp } from '@/lib/web/client-ip'

export async function stop(token: string): Promise<void> {
  const page = `/u/${encodeURIComponent(token)}` as const
  try {
    await stopNotice({ token, ip: clientIp(await headers()) })
  } catch (error) {
    if (error instanceof Refusal) redirect(page)
    throw error
  }
  redirect(`${page}?done=stopped`)
}
