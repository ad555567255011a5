import { useTranslations } from 'next-intl'
import { marks } from './marks'

/** Text that a stranger wrote: isolated in its direction, with what it hides shown as marks. */
export function MailText({ text, lines = false }: { text: string; lines?: boolean }) {
  const t = useTranslations('messages.page')
  return (
    <bdi className={lines ? 'whitespace-pre-wrap' : undefined}>
      {marks(text, { lines }).map((run, i) =>
        'text' in run ? (
          run.text
        ) : (
          <span
            key={i}
            role="img"
            aria-label={t('mark', { code: run.code })}
            className="mx-0.5 rounded-chip border border-odd px-0.5 font-mono text-meta text-odd"
          >
            {run.code}
          </span>
        ),
      )}
    </bdi>
  )
}
