'use server'

import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/browser'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { unlessProof } from '@/app/(account)/account/answer'
import type { KeptPasskey } from '@/components/account/new-passkey'
import { NewPasskey, PasskeyId } from '@/lib/core/inputs/account'
import { removePasskey } from '@/lib/services/account/passkey/own'
import { addPasskey, beginPasskey } from '@/lib/services/account/passkey/register'
import { userAction } from '@/lib/web/action'

const home = '/account/two-step'
const begin = userAction(z.object({}), beginPasskey)
const add = userAction(NewPasskey, addPasskey)
const remove = userAction(PasskeyId, removePasskey)

export async function askNewPasskey(): Promise<PublicKeyCredentialCreationOptionsJSON | undefined> {
  const begun = await begin({})
  if (!begun.ok) unlessProof(begun, home)
  return begun.ok ? begun.value : undefined
}

export async function keepPasskey(name: string, answer: RegistrationResponseJSON): Promise<KeptPasskey> {
  const added = await add({ name, answer })
  if (!added.ok) {
    unlessProof(added, home)
    return { ok: false, problem: (await getTranslations('own'))(added.code === 'conflict' ? 'passkeyKnown' : 'passkeyNotMade') }
  }
  revalidatePath(home)
  return { ok: true, ...added.value }
}

export async function dropPasskey(form: FormData): Promise<void> {
  const removed = await remove(form)
  if (!removed.ok) unlessProof(removed, home)
  redirect(`${home}?done=passkeyOff`)
}
