import { useFormatter, useTranslations } from 'next-intl'
import { Bytes } from '@/components/ui/bytes'
import { buttonClass } from '@/components/ui/button-class'
import { Chip } from '@/components/ui/chip'
import type { IconName } from '@/components/ui/icon'
import { Progress } from '@/components/ui/progress'
import type { Tone } from '@/components/ui/tone'
import type { ExportRow, ExportState } from '@/lib/core/tenant/export'

interface Props {
  rows: readonly ExportRow[]
  time: (at: Date) => string
  /** Where a file is fetched. */
  fileOf: (id: string) => string
}

const looks: Record<ExportState, { tone: Tone; icon: IconName }> = {
  queued: { tone: 'accent', icon: 'clock' },
  running: { tone: 'accent', icon: 'refresh' },
  ready: { tone: 'ok', icon: 'tick' },
  failed: { tone: 'bad', icon: 'cross' },
  expired: { tone: 'mute', icon: 'clock' },
}

/** Each export with how far it is, its file or why there is none. */
export function ExportList({ rows, time, fileOf }: Props) {
  const t = useTranslations('exports')
  const format = useFormatter()
  return (
    <ul className="flex flex-col divide-y divide-line rounded-panel border border-line bg-surface">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-col gap-2 px-4 py-3 text-table">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Chip tone={looks[row.state].tone} icon={looks[row.state].icon}>
              {t(`state.${row.state}`)}
            </Chip>
            <span className="text-ink-2">{t('asked', { at: time(row.askedAt) })}</span>
            {row.state === 'ready' && row.bytes !== null && <Bytes n={row.bytes} />}
          </div>
          {row.state === 'running' && (
            <Progress label={t('progress')} value={row.total === null ? undefined : row.done} max={row.total ?? 1}>
              {row.total === null ? t('begins') : t('doneOf', { done: format.number(row.done), total: format.number(row.total) })}
            </Progress>
          )}
          {row.state === 'ready' && (
            <div className="flex flex-wrap items-center gap-3">
              <a href={fileOf(row.id)} download className={buttonClass()}>
                {t('fetch')}
              </a>
              {row.expiresAt && <span className="text-ink-2">{t('until', { at: time(row.expiresAt) })}</span>}
            </div>
          )}
          {row.state === 'expired' && <p className="text-ink-2">{t('gone')}</p>}
          {row.problem && (
            <p className="max-w-prose wrap-anywhere">
              {row.state === 'failed' ? t(row.permanent ? 'failedPermanent' : 'failedTransient') : t('again')} <bdi lang="en" className="font-mono text-meta">{row.problem}</bdi>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
