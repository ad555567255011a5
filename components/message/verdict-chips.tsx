import { useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip'
import type { Verdicts } from '@/lib/core/rules/verdict'
import { verdictLooks, verdictOrder } from './verdict-looks'

/** The five verdicts in words, for a page. PASS is quiet. */
export function VerdictChips({ verdicts, dmarcPolicy }: { verdicts: Verdicts; dmarcPolicy?: string | null }) {
  const t = useTranslations('messages')
  return (
    <ul aria-label={t('verdicts')} className="flex flex-wrap gap-x-4 gap-y-2">
      {verdictOrder.map((name) => {
        const verdict = verdicts[name]
        const asks = name === 'dmarc' && verdict === 'FAIL' && dmarcPolicy
        const word = asks ? t('dmarcAsks', { policy: dmarcPolicy.toLowerCase() }) : t(`word.${name}.${verdict}`)
        const { tone, icon } = verdictLooks[verdict]
        return (
          <li key={name} className="max-w-full">
            <Chip tone={tone} icon={icon} bare={verdict === 'PASS'}>
              {t('verdictIs', { name: t(`verdict.${name}`), word })}
            </Chip>
          </li>
        )
      })}
    </ul>
  )
}
