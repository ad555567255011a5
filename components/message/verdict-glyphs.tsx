import { useTranslations } from 'next-intl'
import { classes } from '@/components/ui/classes'
import type { Verdicts } from '@/lib/core/rules/verdict'
import { verdictLooks, verdictOrder } from './verdict-looks'

/** The five verdicts as glyphs, for tables. Each one's name says the check and what came of it. */
export function VerdictGlyphs({ verdicts }: { verdicts: Verdicts }) {
  const t = useTranslations('messages')
  return (
    <span className="inline-flex gap-1 align-middle">
      {verdictOrder.map((name) => {
        const verdict = verdicts[name]
        const label = t('verdictIs', { name: t(`verdict.${name}`), word: t(`word.${name}.${verdict}`) })
        const look = verdictLooks[verdict]
        return (
          <span key={name} role="img" aria-label={label} title={label} className={classes('glyph', `glyph-${look.icon}`, look.glyph)} />
        )
      })}
    </span>
  )
}

/** The head of their column: two letters for each, in the same places. */
export function VerdictHead() {
  const t = useTranslations('messages')
  return (
    <>
      <span className="sr-only">{t('verdictsInOrder')}</span>
      <span aria-hidden="true" className="inline-flex gap-1">
        {verdictOrder.map((name) => (
          <span key={name} className="w-4.5 text-center" title={t(`verdict.${name}`)}>
            {t(`short.${name}`)}
          </span>
        ))}
      </span>
    </>
  )
}
