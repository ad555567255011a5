'use server'

import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { askForLogin } from '@/lib/web/account'
import { signInWithPasskey } from '@/lib/web/sign-in'

export async function askPasskeyToLogIn(): Promise<PublicKeyCredentialRequestOptionsJSON | undefined> {
  const asked = await askForLogin()
  return asked.ok ? asked.value : undefined
}

/** A whole log-in by a passkey, without a name. */
export async function logInWithPasskey(answer: AuthenticationResponseJSON, next: string): Promise<string | undefined> {
  const result = await signInWithPasskey({ answer, callbackUrl: next })
  if (result.ok) redirect(result.callbackUrl)
  return (await getTranslations('account'))('passkeyRefused')
}
