import type { Rule } from '@/lib/core/rules/rule'
import { useRuleWords } from './words'

/** A rule in words, to read. */
export function RuleText({ rule }: { rule: Rule }) {
  const [, ...lines] = useRuleWords()(rule)
  return (
    <>
      <h2 className="text-form font-semibold wrap-anywhere">
        <bdi>{rule.name}</bdi>
      </h2>
      <p className="text-table whitespace-pre-wrap wrap-anywhere">{lines.join('\n')}</p>
    </>
  )
}
