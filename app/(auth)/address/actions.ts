'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { refused, textOf } from '@/app/(auth)/account-answer'
import type { AccountState } from '@/components/account/state'
import { confirmAddressFromForm } from '@/lib/web/account'

export async function confirmChange(_before: AccountState, form: FormData): Promise<AccountState> {
  const answer = await confirmAddressFromForm({ token: textOf(form, 'token') })
  if (answer.ok) redirect(`/address?done=${answer.value.done ? 'changed' : 'half'}`)
  return answer.code === 'rate_limited' ? refused(answer, {}, {}) : { given: {}, problem: (await getTranslations('account'))('addressVoid') }
}
