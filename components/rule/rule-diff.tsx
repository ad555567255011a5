import { useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip'
import { Diff } from '@/components/ui/diff'
import { diffLines } from '@/components/ui/diff-lines'
import type { DiffEntry } from '@/lib/core/rules/diff'
import { changeLooks } from './change-looks'
import { useRuleWords } from './words'

/** What stands between two rule sets, in words; rules that are the same are folded, with their number. */
export function RuleDiff({ entries }: { entries: readonly DiffEntry[] }) {
  const t = useTranslations('rules')
  const words = useRuleWords()
  const same = entries.filter((e) => e.change === 'same')
  const changed = entries.filter((e) => e.change !== 'same')
  return (
    <div className="flex flex-col gap-3">
      {changed.length === 0 && <p className="text-ink-2">{t('noDiff')}</p>}
      <ul className="flex flex-col gap-3">
        {changed.map((entry) => {
          const { tone, icon } = changeLooks[entry.change]
          const moves = entry.from !== undefined && entry.to !== undefined && entry.from !== entry.to && entry.change === 'moved'
          return (
            <li key={`${entry.change} ${entry.name}`} className="flex min-w-0 flex-col gap-1">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <Chip tone={tone} icon={icon}>
                  {t(`mark.${entry.change}`)}
                </Chip>
                <bdi className="min-w-0 font-medium wrap-anywhere">{entry.name}</bdi>
                {moves && <span className="text-table text-ink-2">{t('movedFromTo', { from: entry.from!, to: entry.to! })}</span>}
                {entry.change === 'added' && <span className="text-table text-ink-2">{t('placed', { to: entry.to! })}</span>}
              </p>
              {entry.change !== 'moved' && (
                <Diff label={entry.name} lines={diffLines(entry.before ? words(entry.before) : [], entry.after ? words(entry.after) : [])} />
              )}
            </li>
          )
        })}
      </ul>
      {same.length > 0 && (
        <details>
          <summary className="min-h-6 text-table text-ink-2 pointer-coarse:min-h-11">{t('unchanged', { n: same.length })}</summary>
          <ul className="list-disc pt-1 pl-6 text-table">
            {same.map((entry) => (
              <li key={entry.name} className="wrap-anywhere">
                <bdi>{entry.name}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
