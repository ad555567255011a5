import { useLocale, useTranslations } from 'next-intl'
import { disjunction } from '@/lib/core/formatter'
import type { Condition, Leaf, Rule } from '@/lib/core/rules/rule'
import type { Verdict, VerdictName } from '@/lib/core/rules/verdict'

/** A rule in the reader's words, a line each, as it is read aloud and compared. */
export function useRuleWords(): (rule: Rule) => string[] {
  const t = useTranslations('rules')
  const m = useTranslations('messages')
  const locale = useLocale()
  const or = disjunction(locale, 'or')
  const space = locale === 'ja' ? '' : ' '
  const values = (leaf: Leaf & { values: string[] }): string[] => {
    if (!leaf.field.startsWith('verdict.')) return leaf.values.map((v) => (locale === 'ja' ? `「${v}」` : `“${v}”`))
    const name = leaf.field.slice('verdict.'.length) as VerdictName
    return leaf.values.map((v) => m(`word.${name}.${v as Verdict}`))
  }
  const test = (leaf: Leaf): string => {
    const field = 'name' in leaf ? `${t('field.header')}${space}${leaf.name}` : t(`field.${leaf.field}`)
    const op = t(`op.${leaf.op}`)
    return 'values' in leaf ? `${field}${space}${op}${locale === 'ja' ? ': ' : ' '}${or.format(values(leaf))}` : `${field}${space}${op}`
  }
  const lines = (c: Condition, depth: number): string[] => {
    const pad = '  '.repeat(depth)
    const group = 'all' in c ? 'all' : 'any' in c ? 'any' : 'none' in c ? 'none' : null
    if (!group) return [pad + test(c as Leaf)]
    const of = (c as Record<typeof group, Condition[]>)[group]
    if (of.length === 0) return [pad + t(`emptyGroup.${group}`)]
    return [pad + t(`groupShort.${group}`), ...of.flatMap((inner) => lines(inner, depth + 1))]
  }
  return (rule) => [
    t('renamed', { name: rule.name }),
    ...(rule.enabled ? [] : [t('switchedOff')]),
    t('when'),
    ...lines(rule.when, 1),
    ...(rule.unless ? [t('unless'), ...lines(rule.unless, 1)] : []),
    t('then'),
    ...rule.actions.map((a, i) => `  ${i + 1} ${t(`action.${a.type}`)}`),
  ]
}
