'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { textOf } from '@/app/(auth)/account-answer'
import { refusedOwn, unlessProof } from '@/app/(account)/account/answer'
import type { CodesState } from '@/components/account/codes-state'
import { TotpCode } from '@/lib/core/inputs/account'
import { renewRecoveryCodes } from '@/lib/services/account/second/recovery'
import { beginTotp, confirmTotp, removeTotp } from '@/lib/services/account/second/totp'
import { userAction } from '@/lib/web/action'

const home = '/account/two-step'
const Nothing = z.object({})
const begin = userAction(Nothing, beginTotp)
const confirm = userAction(TotpCode, confirmTotp)
const remove = userAction(Nothing, removeTotp)
const renew = userAction(Nothing, renewRecoveryCodes)

export async function startApp(): Promise<void> {
  const begun = await begin({})
  if (!begun.ok) unlessProof(begun, home)
  redirect(begun.ok ? `${home}/app` : home)
}

export async function confirmApp(_before: CodesState, form: FormData): Promise<CodesState> {
  const t = await getTranslations('account')
  const wrong = (await getTranslations('own'))('appCodeWrong')
  const confirmed = await confirm({ code: textOf(form, 'code') })
  if (confirmed.ok) return { given: {}, done: true, ...confirmed.value }
  if (confirmed.code === 'not_found' || confirmed.code === 'conflict') redirect(home)
  return refusedOwn(confirmed, `${home}/app`, {}, { code: wrong }, t('failed'))
}

export async function removeApp(): Promise<void> {
  const removed = await remove({})
  if (!removed.ok) unlessProof(removed, home)
  redirect(`${home}?done=appOff`)
}

export async function renewCodes(_before: CodesState, _form: FormData): Promise<CodesState> {
  const renewed = await renew({})
  return renewed.ok ? { given: {}, done: true, codes: renewed.value } : refusedOwn(renewed, home, {}, {})
}
