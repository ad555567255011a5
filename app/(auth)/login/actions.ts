'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { LoginState } from '@/components/auth/login-state'
import { LogIn } from '@/lib/core/inputs/account'
import { signInWithPassword } from '@/lib/web/sign-in'

/** Logs in and goes on to where the reader wanted to be; else says what to put right. */
export async function logIn(_before: LoginState, form: FormData): Promise<LoginState> {
  const t = await getTranslations('auth')
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const email = text('email').trim()
  const parsed = LogIn.safeParse({ email, password: text('password') })
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0]))
    const fields: LoginState['fields'] = {}
    if (wrong.has('email')) fields.email = email ? t('emailInvalid') : t('emailMissing')
    if (wrong.has('password')) fields.password = text('password') ? t('wrong') : t('passwordMissing')
    return { email, fields }
  }
  const result = await signInWithPassword({ ...parsed.data, callbackUrl: text('callbackUrl') })
  if (result.ok) redirect(result.callbackUrl)
  if (result.code === 'rate_limited') return { email, problem: t('tooMany', { minutes: Math.max(1, Math.ceil((result.retryAfter ?? 60) / 60)) }) }
  if (result.code === 'precondition_failed') return { email, problem: (await getTranslations('account'))('notConfirmed') }
  return { email, problem: result.code === 'unauthenticated' || result.code === 'invalid' ? t('wrong') : t('failed') }
}
