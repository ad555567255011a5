import { useTranslations } from 'next-intl'
import { passages } from '@/lib/core/message/quoted'
import { MailText } from './mail-text'

/** A mail's text; long quotes are folded. */
export function QuotedText({ text }: { text: string }) {
  const t = useTranslations('message.content')
  return (
    <div className="font-mono text-table leading-relaxed wrap-anywhere">
      {passages(text).map((passage, i) =>
        passage.quoted ? (
          <details key={i}>
            <summary className="min-h-6 font-sans text-ink-3 pointer-coarse:min-h-11">{t('quoted', { n: passage.lines })}</summary>
            <div lang="" className="border-l-2 border-line pl-3 text-ink-2">
              <MailText text={passage.text} lines />
            </div>
          </details>
        ) : (
          <div key={i} lang="">
            <MailText text={passage.text} lines />
          </div>
        ),
      )}
    </div>
  )
}
