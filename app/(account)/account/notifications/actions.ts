'use server'

import { redirect } from 'next/navigation'
import { ChangeNotices } from '@/lib/core/inputs/notice'
import { changeNoticeChoice } from '@/lib/services/notice/choice'
import { userAction } from '@/lib/web/action'

const change = userAction(ChangeNotices, changeNoticeChoice)

export async function saveNotices(form: FormData): Promise<void> {
  const slug = form.get('slug')
  const done = await change({ on: form.getAll('on'), ...(slug ? { slug } : {}) })
  redirect(`/account/notifications?done=${done.ok ? 'saved' : 'gone'}`)
}
