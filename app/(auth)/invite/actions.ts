'use server'

import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { refused, textOf } from '@/app/(auth)/account-answer'
import type { AccountState } from '@/components/account/state'
import { acceptFromForm, declineFromForm, declineOwnFromForm, joinFromForm } from '@/lib/web/invitation'

const given = (form: FormData) => Object.fromEntries(['token', 'id'].flatMap((name) => (form.has(name) ? [[name, textOf(form, name)]] : [])))

/** As the account that is logged in; the form names the link's token, or one of the invitations that wait for the address. */
export async function accept(_before: AccountState, form: FormData): Promise<AccountState> {
  const answer = await acceptFromForm(given(form))
  if (answer.ok) redirect(`/t/${answer.value.slug}`)
  return { given: {}, problem: (await getTranslations('members.accept'))(answer.code === 'forbidden' ? 'notYours' : 'void') }
}

/** With a new account of the invited address. */
export async function join(_before: AccountState, form: FormData): Promise<AccountState> {
  const [t, account] = await Promise.all([getTranslations('members.accept'), getTranslations('account')])
  const name = textOf(form, 'name').trim()
  const answer = await joinFromForm({ token: textOf(form, 'token'), name, password: textOf(form, 'password'), locale: await getLocale() })
  if (answer.ok) redirect(`/t/${answer.value}`)
  if (answer.code === 'not_found') return { given: { name }, problem: t('void') }
  if (answer.code === 'conflict') return { given: { name }, problem: t('known') }
  return refused(answer, { name }, { name: account('nameMissing'), password: account('passwordShort') })
}

export async function decline(_before: AccountState, form: FormData): Promise<AccountState> {
  const answer = await declineFromForm({ token: textOf(form, 'token') })
  if (answer.ok) redirect('/invite?done=declined')
  return answer.code === 'rate_limited' ? refused(answer, {}, {}) : { given: {}, problem: (await getTranslations('members.accept'))('void') }
}

export async function declineOwn(_before: AccountState, form: FormData): Promise<AccountState> {
  const answer = await declineOwnFromForm({ id: textOf(form, 'id') })
  if (answer.ok) redirect('/invite?done=declined')
  return { given: {}, problem: (await getTranslations('members.accept'))('void') }
}
