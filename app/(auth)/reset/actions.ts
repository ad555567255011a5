'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { refused, textOf } from '@/app/(auth)/account-answer'
import type { AccountState } from '@/components/account/state'
import { resetFromForm } from '@/lib/web/account'

export async function setPassword(_before: AccountState, form: FormData): Promise<AccountState> {
  const t = await getTranslations('account')
  const answer = await resetFromForm({ token: textOf(form, 'token'), password: textOf(form, 'password') })
  if (answer.ok) redirect('/login?done=reset')
  if (answer.code === 'not_found' || answer.problems.some((p) => p.path[0] === 'token')) return { given: {}, problem: t('resetVoid') }
  return refused(answer, {}, { password: t('passwordShort') })
}
