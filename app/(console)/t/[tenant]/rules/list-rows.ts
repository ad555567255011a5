import { getTranslations } from 'next-intl/server'
import type { RuleListRow } from '@/components/rule/rule-row'
import type { DiffEntry } from '@/lib/core/rules/diff'
import type { Note } from '@/lib/core/rules/lint'
import type { RuleHits } from '@/lib/services/rule-set/hits'
import { rulesHref } from './href'

interface Given {
  slug: string
  diff: readonly DiffEntry[]
  hits: RuleHits
  notes: readonly Note[]
}

/** The rows of the list: the draft's rules, each with its mark, hits and first notes. */
export async function listRows({ slug, diff, hits, notes }: Given): Promise<RuleListRow[]> {
  const t = await getTranslations('rules')
  return diff.flatMap(({ change, name, before, after }) => {
    if (!after) return []
    const n = before ? (hits.byRule.get(before.name) ?? 0) : 0
    return [
      {
        name,
        href: rulesHref(slug, { rule: name }),
        enabled: after.enabled,
        change,
        hits: before ? t('hits', { n }) : null,
        hitsFull: before ? t('hitsFull', { n }) : '',
        notes: notes.filter((note) => note.rule === name).slice(0, 2),
      },
    ]
  })
}
