'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import type { ConsentAnswer } from '@/lib/core/domain/consent'
import { AnswerConsent } from '@/lib/core/inputs/domain'
import { answerConsent } from '@/lib/services/domain/consent/answer'
import { action } from '@/lib/web/action'

const answerIt = action('domain.write', AnswerConsent, answerConsent)

/** Answers a request for a name below the domain. One that was answered meanwhile is said on the page. */
export async function answerRequest(slug: string, id: string, consentId: string, answer: ConsentAnswer): Promise<void> {
  const asked = await answerIt(slug, { id, consentId, answer })
  const page = `/t/${encodeURIComponent(slug)}/domains/${encodeURIComponent(id)}`
  if (!asked.ok && asked.code === 'invalid') notFound()
  revalidatePath(page)
  if (!asked.ok) redirect(`${page}?consent=stale#consent`)
}
