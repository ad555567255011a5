'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { textOf } from '@/app/(auth)/account-answer'
import { refusedOwn } from '@/app/(account)/account/answer'
import type { AccountState } from '@/components/account/state'
import { DeleteAccount } from '@/lib/core/inputs/account'
import { deleteAccount } from '@/lib/services/account/delete-account'
import { userAction } from '@/lib/web/action'
import { signOutCurrent } from '@/lib/web/sign-in'

const remove = userAction(DeleteAccount, deleteAccount)

export async function deleteForGood(_before: AccountState, form: FormData): Promise<AccountState> {
  const t = await getTranslations('own')
  const given = { confirm: textOf(form, 'confirm') }
  const removed = await remove(given)
  if (!removed.ok) {
    const code = removed.problems[0]?.code
    return refusedOwn(removed, '/account/delete', given, { confirm: t('confirmWrong') }, code === 'operator' ? t('onlyOperator') : code === 'owner' ? t('onlyOwnerNow') : undefined)
  }
  await signOutCurrent()
  redirect('/login?done=deleted')
}
