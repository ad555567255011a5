'use server'

import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { textOf } from '@/app/(auth)/account-answer'
import type { AccountState } from '@/components/account/state'
import { askForSecond } from '@/lib/web/account'
import { signInWithCode, signInWithSecondPasskey } from '@/lib/web/sign-in'

export async function sendCode(_before: AccountState, form: FormData): Promise<AccountState> {
  const t = await getTranslations('account')
  const result = await signInWithCode({ code: textOf(form, 'code'), callbackUrl: textOf(form, 'callbackUrl') })
  if (result.ok) redirect(result.callbackUrl)
  if (result.code === 'not_found') redirect('/login?done=late')
  if (result.code === 'rate_limited') return { given: {}, problem: t('tooMany', { minutes: Math.max(1, Math.ceil((result.retryAfter ?? 60) / 60)) }) }
  return { given: {}, fields: { code: t('codeWrong') } }
}

export async function askSecondPasskey(): Promise<PublicKeyCredentialRequestOptionsJSON | undefined> {
  const asked = await askForSecond()
  return asked.ok ? asked.value : undefined
}

export async function sendSecondPasskey(answer: AuthenticationResponseJSON, next: string): Promise<string | undefined> {
  const result = await signInWithSecondPasskey({ answer, callbackUrl: next })
  if (result.ok) redirect(result.callbackUrl)
  if (result.code === 'not_found') redirect('/login?done=late')
  return (await getTranslations('account'))('passkeyRefused')
}
