'use server'

import { getLocale, getTranslations } from 'next-intl/server'
import { refused, textOf } from '@/app/(auth)/account-answer'
import type { AccountState } from '@/components/account/state'
import { signUpFromForm } from '@/lib/web/sign-up'

export async function startSignUp(_before: AccountState, form: FormData): Promise<AccountState> {
  const t = await getTranslations('account')
  const given = { name: textOf(form, 'name').trim(), email: textOf(form, 'email').trim() }
  const answer = await signUpFromForm({ ...given, password: textOf(form, 'password'), locale: await getLocale() })
  return answer.ok ? { given, done: true } : refused(answer, given, { name: t('nameMissing'), email: t('emailInvalid'), password: t('passwordShort') })
}
