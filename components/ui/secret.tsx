import { useTranslations } from 'next-intl'
import { CopyButton } from './copy-text'
import { Icon } from './icon'

/** What is shown once: a key, a password. With it the words that say so, and the button that copies exactly it. */
export function Secret({ label, value }: { label: string; value: string }) {
  const t = useTranslations('ui')
  return (
    <div role="group" aria-label={label} className="flex min-w-0 flex-col gap-2 rounded-panel border border-warn bg-warn-soft p-3">
      <p className="text-form font-medium">{label}</p>
      <div className="flex items-start gap-2 rounded-control border border-line bg-surface py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 py-0.5 font-mono text-table wrap-anywhere select-all">{value}</code>
        <CopyButton value={value} what={label} />
      </div>
      <p className="flex items-start gap-2 text-table text-ink">
        <span className="flex h-5 items-center text-warn">
          <Icon name="exclamation" />
        </span>
        {t('secretOnce')}
      </p>
    </div>
  )
}
