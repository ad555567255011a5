'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { textOf } from '@/app/(auth)/account-answer'
import type { AccountState } from '@/components/account/state'
import { ChangePassword } from '@/lib/core/inputs/account'
import { changePassword } from '@/lib/services/account/change-password'
import { userAction } from '@/lib/web/action'
import { refusedOwn } from '@/app/(account)/account/answer'

const change = userAction(ChangePassword, changePassword)

export async function savePassword(_before: AccountState, form: FormData): Promise<AccountState> {
  const [t, own] = [await getTranslations('account'), await getTranslations('own')]
  const changed = await change({ current: textOf(form, 'current'), password: textOf(form, 'password') })
  if (changed.ok) redirect('/account/log-in?done=password')
  return refusedOwn(changed, '/account/log-in', {}, { current: own('currentWrong'), password: t('passwordShort') })
}
