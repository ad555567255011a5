import { useTranslations } from 'next-intl'

/** Holds the place of rows on their way; seen after 200 ms. Put it where the content will stand, as tall. */
export function Skeleton({ rows = 3, height }: { rows?: number; /** CSS length of a row; default: a table's row. */ height?: string }) {
  const t = useTranslations('ui')
  return (
    <div className="skeleton" role="status">
      <span className="sr-only">{t('loading')}</span>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} aria-hidden="true" className="flex items-center" style={{ height: height ?? 'var(--row)' }}>
          <div className="h-3 rounded-chip bg-mute-soft" style={{ width: `${[82, 64, 91, 73, 55][i % 5]}%` }} />
        </div>
      ))}
    </div>
  )
}
