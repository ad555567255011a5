import { useTranslations } from 'next-intl'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { phases, type Progress } from '@/lib/core/receipt/stored'

/** The way of an apply: what is done, where it is, what comes. */
export function Phases({ progress: { phase, done, total }, ended }: { progress: Pick<Progress, 'phase' | 'done' | 'total'>; ended: boolean }) {
  const t = useTranslations('operator.phase')
  const at = phases.indexOf(phase)
  return (
    <ol className="flex flex-wrap gap-x-4 gap-y-1 text-table">
      {phases.map((name, i) => {
        const past = i < at || phase === 'done'
        const here = i === at && !past
        return (
          <li key={name} aria-current={here ? 'step' : undefined} className={classes('inline-flex items-center gap-1', past ? 'text-ink-2' : here ? 'font-semibold text-ink' : 'text-ink-3')}>
            <Icon name={past ? 'tick' : here ? (ended ? 'stop' : 'sync') : 'dash'} size={12} />
            {t(name)}
            {past && <span className="sr-only">{t('over')}</span>}
            {here && name === 'change' && <span>{t('of', { done, total })}</span>}
          </li>
        )
      })}
    </ol>
  )
}
