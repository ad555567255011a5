'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import type { CardState } from '@/components/setting/card-state'
import { ChangeSettings } from '@/lib/core/inputs/setting'
import type { SettingName } from '@/lib/core/setting/settings'
import { changeSettings } from '@/lib/services/setting/change'
import { operatorAction } from '@/lib/web/action'
import { fieldOf, settingOf } from './card-form'

const change = operatorAction('setting.write', ChangeSettings, changeSettings)

export async function save(name: SettingName, _before: CardState, form: FormData): Promise<CardState> {
  const done = await change({ [name]: settingOf(name, form), ifVersion: form.get('version') ?? undefined })
  if (done.ok) {
    revalidatePath('/operator/settings')
    return { saved: true }
  }
  const t = await getTranslations('platform')
  const given = Object.fromEntries([...form].filter(([field, value]) => typeof value === 'string' && !field.startsWith('$ACTION')).map(([field, value]) => [field, String(value)]))
  const kept = { given, version: Number(form.get('version')) || 0 }
  if (done.code === 'precondition_failed') return { ...kept, problem: 'conflict' }
  const sentence = (field: string) => (field.includes('.') ? t('wrong.limit') : t.has(`wrong.${field}` as 'wrong.text') ? t(`wrong.${field}` as 'wrong.text') : t('problem.wrong'))
  const fields = Object.fromEntries(done.problems.map((p) => fieldOf(p.path)).map((field) => [field, sentence(field)]))
  return { ...kept, problem: 'wrong', fields }
}
