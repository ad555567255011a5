'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { testMailFromForm } from '@/lib/web/test-mail'

/** Sends the tenant a mail of its own, and comes back to wait for it. */
export async function sendTest(slug: string): Promise<void> {
  const answer = await testMailFromForm(slug, await getLocale())
  redirect(`/t/${encodeURIComponent(slug)}?${answer.ok ? `test=${answer.id}` : `testRefused=${answer.code}`}#test`)
}
