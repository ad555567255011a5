import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-text'
import { Icon } from '@/components/ui/icon'

/** Recovery codes, at the only time when they can be seen: to copy, to print, to download as a text file. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const t = useTranslations('own')
  const text = `${t('codesFile')}\n\n${codes.join('\n')}\n`
  return (
    <div role="group" aria-label={t('codes')} className="flex flex-col gap-3 rounded-panel border border-warn bg-warn-soft p-3">
      <p className="flex items-start gap-2 text-form text-ink">
        <span className="flex h-5 items-center text-warn">
          <Icon name="exclamation" />
        </span>
        {t('codesOnce')}
      </p>
      <ul className="grid grid-cols-1 gap-x-6 gap-y-1 rounded-control border border-line bg-surface p-3 font-mono text-table sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <a href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`} download="postroom-recovery-codes.txt" className={buttonClass()}>
          <Icon name="download" />
          {t('codesDownload')}
        </a>
        <CopyButton value={codes.join('\n')} what={t('codes')} />
      </div>
    </div>
  )
}
