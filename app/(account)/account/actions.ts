'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { textOf } from '@/app/(auth)/account-answer'
import type { AccountState } from '@/components/account/state'
import { Profile, RequestAddress } from '@/lib/core/inputs/account'
import { cancelAddress, requestAddress } from '@/lib/services/account/change-address'
import { updateProfile } from '@/lib/services/account/profile'
import { userAction } from '@/lib/web/action'
import { localeCookie } from '@/lib/web/locale'
import { refusedOwn } from './answer'

const save = userAction(Profile, async (call) => {
  await updateProfile(call)
  return call.input.locale
})
const ask = userAction(RequestAddress, requestAddress)
const cancel = userAction(z.object({}), cancelAddress)

/** Name and language; the browser that it is done in reads the chosen language from now on. */
export async function saveProfile(_before: AccountState, form: FormData): Promise<AccountState> {
  const given = { name: textOf(form, 'name').trim(), locale: textOf(form, 'locale') }
  const saved = await save(given)
  if (!saved.ok) return refusedOwn(saved, '/account', given, { name: (await getTranslations('account'))('nameMissing') })
  const { name, options } = localeCookie()
  ;(await cookies()).set(name, saved.value, options)
  redirect('/account?done=saved')
}

export async function askAddress(_before: AccountState, form: FormData): Promise<AccountState> {
  const [t, own] = [await getTranslations('account'), await getTranslations('own')]
  const given = { email: textOf(form, 'email').trim() }
  const asked = await ask(given)
  if (asked.ok) redirect('/account?done=asked')
  const same = asked.problems.some((p) => p.code === 'same')
  return refusedOwn(asked, '/account', given, { email: same ? own('sameAddress') : t('emailInvalid') })
}

export async function takeAddressBack(): Promise<void> {
  await cancel({})
  redirect('/account?done=takenBack')
}
