'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { AddState } from '@/components/domain/add-form'
import { Refusal } from '@/lib/core/access/refusal'
import { Fault } from '@/lib/core/fault'
import { ClaimDomain, DomainId } from '@/lib/core/inputs/domain'
import { check } from '@/lib/services/domain/check'
import { claimDomain } from '@/lib/services/domain/claim'
import { domainDetail } from '@/lib/services/domain/detail'
import { removeDomain } from '@/lib/services/domain/remove'
import { watchDomain } from '@/lib/services/domain/watch'
import { action } from '@/lib/web/action'
import { tenantContext } from '@/lib/web/session'

const home = (slug: string) => `/t/${encodeURIComponent(slug)}/domains`

const claim = action(ClaimDomain, claimDomain)

export async function addDomain(slug: string, _before: AddState, form: FormData): Promise<AddState> {
  const name = String(form.get('name') ?? '')
  const t = await getTranslations('domains.problem')
  const asked = await claim(slug, { name }).catch((error: unknown) => {
    if (error instanceof Fault) return undefined
    throw error
  })
  if (!asked) return { name, problem: t('ses') }
  if (asked.ok) redirect(`${home(slug)}/${asked.value.id}`)
  if (asked.code === 'forbidden') return { name, problem: t('forbidden') }
  if (asked.code === 'conflict') return { name, problem: asked.message.startsWith('You have') ? t('taken', { name }) : t('many') }
  const text = asked.problems[0]?.message ?? ''
  const which = text.includes('platform') ? 'platform' : text.includes('public suffix') ? 'suffix' : text.includes('on the internet') ? 'nowhere' : text.includes('at most') ? 'long' : 'name'
  return { name, problem: t(which) }
}

export async function checkNow(slug: string, id: string): Promise<void> {
  const asked = await action(DomainId, check)(slug, { id })
  if (!asked.ok && asked.code !== 'forbidden') notFound()
  revalidatePath(`${home(slug)}/${id}`)
}

/** For the page that is open: asks for a look, and tells when the last one was. */
export async function lookAgain(slug: string, id: string): Promise<string | null> {
  const asked = await action(DomainId, watchDomain)(slug, { id })
  return asked.ok ? asked.value.checkedAt : null
}

export async function remove(slug: string, id: string, form: FormData): Promise<'typed' | void> {
  const { ctx } = await tenantContext(slug)
  try {
    const { name } = await domainDetail({ ctx, input: { id } })
    if (String(form.get('confirm') ?? '').trim() !== name) return 'typed'
    await removeDomain({ ctx, input: { id } })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    notFound()
  }
  redirect(home(slug))
}
