'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { refused, textOf } from '@/app/(auth)/account-answer'
import type { AccountState } from '@/components/account/state'
import { confirmFromForm, resendFromForm } from '@/lib/web/sign-up'

export async function confirm(_before: AccountState, form: FormData): Promise<AccountState> {
  const t = await getTranslations('account')
  const answer = await confirmFromForm({ token: textOf(form, 'token') })
  if (answer.ok) redirect('/welcome')
  return answer.code === 'rate_limited' || answer.code === 'forbidden' ? refused(answer, {}, {}) : { given: {}, problem: t('void') }
}

export async function resend(_before: AccountState, form: FormData): Promise<AccountState> {
  const t = await getTranslations('account')
  const given = { email: textOf(form, 'email').trim() }
  const answer = await resendFromForm(given)
  return answer.ok ? { given, done: true } : refused(answer, given, { email: t('emailInvalid') })
}
