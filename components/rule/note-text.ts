import { useTranslations } from 'next-intl'
import { fields } from '@/lib/core/rules/form'
import type { Note } from '@/lib/core/rules/lint'

const actions = ['keep', 'quarantine', 'drop'] as const

/** A note as a sentence. */
export function useNote(): (note: Note) => string {
  const t = useTranslations('rules')
  return ({ key, params }) => {
    const field = fields.find((f) => f === params.field)
    const action = actions.find((a) => a === params.action)
    return t(`lint.${key}`, {
      rule: params.rule ?? '',
      value: params.value ?? '',
      field: field ? t(`field.${field}`) : '',
      action: action ? t(`action.${action}`) : '',
    })
  }
}
