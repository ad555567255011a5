'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { AddState } from '@/components/domain/add-form'
import type { RemoveState } from '@/components/domain/remove-form'
import { mostIdentities } from '@/lib/core/domain/identities'
import { Fault } from '@/lib/core/fault'
import { ClaimDomain, DomainId, type ClaimConflict, type NameProblem } from '@/lib/core/inputs/domain'
import { check } from '@/lib/services/domain/check'
import { claimDomain } from '@/lib/services/domain/claim'
import { getDomain } from '@/lib/services/domain/get'
import { removeDomain } from '@/lib/services/domain/remove'
import { watchDomain } from '@/lib/services/domain/watch'
import { action } from '@/lib/web/action'

const home = (slug: string) => `/t/${encodeURIComponent(slug)}/domains`

const claim = action('domain.write', ClaimDomain, claimDomain)

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
  const code = asked.problems[0]?.code as NameProblem | ClaimConflict | undefined
  return { name, problem: t(code ?? 'name', { name, most: mostIdentities }) }
}

export async function checkNow(slug: string, id: string): Promise<void> {
  const asked = await action('domain.write', DomainId, check)(slug, { id })
  if (!asked.ok && asked.code !== 'forbidden') notFound()
  revalidatePath(`${home(slug)}/${id}`)
}

/** For the page that is open: asks for a look, and tells when the last one was. */
export async function lookAgain(slug: string, id: string): Promise<string | null> {
  const asked = await action('domain.read', DomainId, watchDomain)(slug, { id })
  return asked.ok ? asked.value.checkedAt : null
}

export async function remove(slug: string, id: string, _before: RemoveState, form: FormData): Promise<RemoveState> {
  const typed = String(form.get('confirm') ?? '').trim().toLowerCase()
  const asked = await action('domain.write', DomainId, async ({ ctx, input }) => {
    if (typed !== (await getDomain({ ctx, input })).name) return false
    await removeDomain({ ctx, input: { ...input, deleteIdentity: form.get('deleteIdentity') !== null } })
    return true
  })(slug, { id })
  if (asked.ok && asked.value) redirect(home(slug))
  if (asked.ok) return { problem: 'typed' }
  return asked.code === 'forbidden' ? { problem: 'forbidden' } : notFound()
}
