import { useFormatter, useTranslations } from 'next-intl'

interface Props {
  hours: readonly { hour: Date; succeeded: number; failed: number }[]
}

const height = 24
const width = 5

/** How the calls of the last 24 hours ended: a bar an hour, what failed on top and hatched by its place, and the same in words. */
export function DayBars({ hours }: Props) {
  const t = useTranslations('webhooks')
  const format = useFormatter()
  const succeeded = hours.reduce((n, h) => n + h.succeeded, 0)
  const all = hours.reduce((n, h) => n + h.succeeded + h.failed, 0)
  const most = Math.max(1, ...hours.map((h) => h.succeeded + h.failed))
  const share = (n: number) => (n / most) * (height - 2)
  const said = all === 0 ? t('dayNone') : t('dayOf', { succeeded, all })
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <svg width={hours.length * width} height={height} aria-hidden="true" className="shrink-0">
        <line x1="0" x2="100%" y1={height - 0.5} y2={height - 0.5} stroke="var(--control)" />
        {hours.map((h, i) => {
          const [good, bad] = [share(h.succeeded), share(h.failed)]
          return (
            <g key={h.hour.toISOString()}>
              <title>{t('hourOf', { hour: format.dateTime(h.hour, { hour: '2-digit', minute: '2-digit' }), succeeded: h.succeeded, failed: h.failed })}</title>
              {good > 0 && <rect x={i * width} y={height - 1 - good} width={width - 1} height={good} fill="var(--ok)" />}
              {bad > 0 && <rect x={i * width} y={height - 1 - good - bad} width={width - 1} height={bad} fill="var(--bad)" />}
              <rect x={i * width} y="0" width={width} height={height} fill="transparent" />
            </g>
          )
        })}
      </svg>
      <span className="text-table text-ink-2">{said}</span>
    </span>
  )
}
