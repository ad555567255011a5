'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { refused, textOf } from '@/app/(auth)/account-answer'
import type { AccountState } from '@/components/account/state'
import { proposeSlug } from '@/lib/core/inputs/tenant'
import { foundTenantFromForm } from '@/lib/web/sign-up'

export async function found(_before: AccountState, form: FormData): Promise<AccountState> {
  const t = await getTranslations('account')
  const name = textOf(form, 'tenantName').trim()
  const slug = textOf(form, 'slug').trim() || proposeSlug(name)
  const answer = await foundTenantFromForm({ name, slug })
  if (answer.ok) redirect(`/t/${answer.value.slug}`)
  const problem = answer.code === 'conflict' ? t('slugTaken', { slug }) : t('slugWrong')
  const state = await refused(answer, { tenantName: name, slug }, { name: t('tenantNameMissing'), slug: problem })
  const { name: wrongName, ...rest } = state.fields ?? {}
  return state.fields ? { ...state, fields: { ...(wrongName ? { tenantName: wrongName } : {}), ...rest } } : state
}
