import { useTranslations } from 'next-intl'
import { Diff } from '@/components/ui/diff'
import { diffLines } from '@/components/ui/diff-lines'
import type { Change as Field, Side } from '@/lib/core/audit/change'

interface Props {
  changes: readonly Field[]
  /** Sides that the entry has: a lone one is told without an arrow. */
  sides: { before: boolean; after: boolean }
  /** An instant as the reader reads it. */
  time: (at: Date) => string
}

const isInstant = (text: string) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(text)

const isLong = (side: Side) => typeof side === 'object'

/** The fields of an entry, before → after. Long ones open on demand, line by line. */
export function Change({ changes, sides, time }: Props) {
  const t = useTranslations('audit')
  const name = (field: string) => (t.has(`field.${field}` as 'field.name') ? t(`field.${field}` as 'field.name') : field)
  const text = (side: Side): string => {
    if (side === undefined) return t('nothing')
    if (typeof side === 'boolean') return side ? t('yes') : t('no')
    if (typeof side === 'object') return side.lines.join('\n')
    return isInstant(side) ? time(new Date(side)) : side
  }
  const lines = (side: Side) => (side === undefined ? [] : text(side).split('\n'))
  if (changes.length === 0) return <span className="text-ink-3">{t('noChange')}</span>
  return (
    <dl className="flex flex-col gap-0.5">
      {changes.map(({ field, before, after }) => (
        <div key={field} className="flex flex-wrap gap-x-2">
          {field !== '' && !isLong(before) && !isLong(after) && <dt className="text-ink-3 wrap-anywhere">{name(field)}</dt>}
          <dd className="min-w-0 wrap-anywhere">
            {isLong(before) || isLong(after) ? (
              <details>
                <summary className="inline-flex min-h-6 items-center text-accent underline pointer-coarse:min-h-11">{t('show', { field: name(field) })}</summary>
                <Diff label={name(field)} lines={diffLines(lines(before), lines(after))} />
              </details>
            ) : (
              <>
                {sides.before && (
                  <>
                    <span className={sides.after ? 'sr-only' : 'text-ink-3'}>{t('was')} </span>
                    <bdi className={sides.after ? 'text-ink-2' : ''}>{text(before)}</bdi>
                  </>
                )}
                {sides.before && sides.after && (
                  <>
                    <span aria-hidden="true" className="text-ink-3">
                      {' → '}
                    </span>
                    <span className="sr-only"> {t('became')} </span>
                  </>
                )}
                {sides.after && <bdi className={sides.before ? 'font-medium' : ''}>{text(after)}</bdi>}
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
