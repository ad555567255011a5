import { useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip'
import { Meter } from '@/components/ui/meter'
import { nearAt, type LimitName, type LimitState } from '@/lib/core/limit/limits'
import { Amount } from './amount'

interface Row {
  name: LimitName
  used: number | null
  limit: number | null
  state: LimitState
}

/** Each limit with how far it is used, and what happens where it is reached. */
export function LimitList({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations('usage')
  return (
    <ul className="flex flex-col divide-y divide-line rounded-panel border border-line bg-surface">
      {rows.map(({ name, used, limit, state }) => (
        <li key={name} aria-label={t(`limit.${name}`)} className="flex flex-col gap-1 px-4 py-3">
          {used === null || limit === null ? (
            <p className="flex flex-wrap items-center gap-x-2 text-table">
              <span className="text-ink-3">{t(`limit.${name}`)}</span>
              {used !== null && <span>{t.rich('usedOf', { used: () => <Amount name={name} n={used} />, limit: () => t('unlimited') })}</span>}
              {used === null && <span>{limit === null ? t('unlimited') : t('atMost', { limit })}</span>}
            </p>
          ) : (
            <Meter label={t(`limit.${name}`)} value={used} max={limit} warnAt={limit * nearAt} warnWord={t(state === 'reached' ? 'reached' : 'near')}>
              {t.rich('usedOf', { used: () => <Amount name={name} n={used} />, limit: () => <Amount name={name} n={limit} /> })}
            </Meter>
          )}
          <p className="max-w-prose text-meta text-ink-3">{t(`effect.${name}`)}</p>
          {state === 'reached' && (
            <span>
              <Chip tone="bad" icon="exclamation">
                {t('reachedLong')}
              </Chip>
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
