'use server'

import { getTranslations } from 'next-intl/server'
import { refused, textOf } from '@/app/(auth)/account-answer'
import type { AccountState } from '@/components/account/state'
import { requestResetFromForm } from '@/lib/web/account'

export async function askReset(_before: AccountState, form: FormData): Promise<AccountState> {
  const t = await getTranslations('account')
  const given = { email: textOf(form, 'email').trim() }
  const answer = await requestResetFromForm(given)
  return answer.ok ? { given, done: true } : refused(answer, given, { email: t('emailInvalid') })
}
