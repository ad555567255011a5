'use server'

import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { textOf } from '@/app/(auth)/account-answer'
import { refusedOwn } from '@/app/(account)/account/answer'
import type { AccountState } from '@/components/account/state'
import { PasskeyAnswer, ProvePassword } from '@/lib/core/inputs/account'
import { askPasskey, provePasskey } from '@/lib/services/account/passkey/authenticate'
import { provePassword } from '@/lib/services/account/proof'
import { userAction } from '@/lib/web/action'
import { safePath } from '@/lib/web/safe-path'

const byPassword = userAction(ProvePassword, provePassword)
const ask = userAction(z.object({}), ({ ctx }) => askPasskey({ ctx, purpose: 'prove', userId: ctx.actor.id }))
const byPasskey = userAction(PasskeyAnswer, provePasskey)

/** Proves once more who it is, and goes on to where that was asked. */
export async function proveByPassword(_before: AccountState, form: FormData): Promise<AccountState> {
  const proved = await byPassword({ password: textOf(form, 'password') })
  if (proved.ok) redirect(safePath(textOf(form, 'next')))
  const wrong = (await getTranslations('own'))('currentWrong')
  return refusedOwn(proved, '/account', {}, { password: wrong }, wrong)
}

export async function askProof(): Promise<PublicKeyCredentialRequestOptionsJSON | undefined> {
  const asked = await ask({})
  return asked.ok ? asked.value : undefined
}

export async function proveByPasskey(answer: AuthenticationResponseJSON, next: string): Promise<string | undefined> {
  const proved = await byPasskey(answer)
  if (proved.ok) redirect(safePath(next))
  return (await getTranslations('account'))('passkeyRefused')
}
