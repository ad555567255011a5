'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { SetupState } from '@/components/auth/setup-state'
import { setUpFirstOperator } from '@/lib/web/set-up'

/** Makes the first operator and goes to log in; else says what to put right. */
export async function makeOperator(_before: SetupState, form: FormData): Promise<SetupState> {
  const t = await getTranslations('setup')
  const text = (field: string) => {
    const value = form.get(field)
    return typeof value === 'string' ? value : ''
  }
  const given = { name: text('name').trim(), email: text('email').trim() }
  const result = await setUpFirstOperator(text('token'), { ...given, password: text('password') })
  if (result.ok) redirect('/login')
  const fields: SetupState['fields'] = {}
  if (result.wrong.includes('name')) fields.name = t('nameMissing')
  if (result.wrong.includes('email')) fields.email = t('emailInvalid')
  if (result.wrong.includes('password')) fields.password = t('passwordShort')
  if (result.code === 'invalid') return { ...given, fields }
  return { ...given, problem: result.code === 'conflict' ? t('taken') : t('void') }
}
