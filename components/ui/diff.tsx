import { useTranslations } from 'next-intl'
import { classes } from './classes'
import { foldKept, type DiffLine } from './diff-lines'
import { Icon } from './icon'

const looks = {
  added: { sign: '+', look: 'bg-ok-soft text-ink', mark: 'text-ok', word: 'addedLine' },
  removed: { sign: '−', look: 'bg-bad-soft text-ink', mark: 'text-bad', word: 'removedLine' },
  kept: { sign: ' ', look: 'text-ink-2', mark: '', word: 'keptLine' },
} as const

/** Lines added, removed, kept (diffLines makes them); the unchanged ones fold, with their number. */
export function Diff({ label, lines }: { label: string; lines: readonly DiffLine[] }) {
  const t = useTranslations('ui')
  return (
    <div role="group" aria-label={label} className="overflow-hidden rounded-control border border-line bg-surface font-mono text-table">
      {foldKept(lines).map((part, i) =>
        part.fold ? (
          <details key={i}>
            <summary className="flex min-h-6 pointer-coarse:min-h-11 list-none items-center gap-2 bg-sunken px-2 font-sans text-meta text-ink-2 hover:bg-hover">
              <Icon name="chevrons" size={12} />
              {t('unchangedLines', { n: part.lines.length })}
            </summary>
            <Lines lines={part.lines} />
          </details>
        ) : (
          <Lines key={i} lines={part.lines} />
        ),
      )}
    </div>
  )
}

function Lines({ lines }: { lines: readonly DiffLine[] }) {
  const t = useTranslations('ui')
  return (
    <ul>
      {lines.map((line, i) => {
        const { sign, look, mark, word } = looks[line.kind]
        return (
          <li key={i} className={classes('grid grid-cols-[1.5rem_minmax(0,1fr)]', look)}>
            <span className={classes('text-center select-none', mark)} aria-hidden="true">
              {sign}
            </span>
            <span className="pr-2 wrap-anywhere whitespace-pre-wrap">
              {line.kind !== 'kept' && <span className="sr-only">{t(word)}: </span>}
              {line.text}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
