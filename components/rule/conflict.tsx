'use client'

import { useTranslations } from 'next-intl'
import { Diff } from '@/components/ui/diff'
import { diffLines } from '@/components/ui/diff-lines'
import { SubmitButton } from '@/components/ui/submit-button'
import type { EditState } from './edit-state'
import { useRuleWords } from './words'

/** Two people wrote the same rule: who, what they made of it, and which of the two shall be. */
export function Conflict({ conflict }: { conflict: NonNullable<EditState['conflict']> }) {
  const t = useTranslations('rules')
  const words = useRuleWords()
  const params = { by: conflict.by ?? t('somebody'), time: conflict.at }
  return (
    <div data-summary tabIndex={-1} role="alert" className="flex flex-col gap-2 rounded-panel border border-warn bg-warn-soft p-3">
      <p className="font-semibold wrap-anywhere">{conflict.theirs ? t('conflict', params) : t('conflictGone', params)}</p>
      <p className="text-table">{t('conflictText')}</p>
      <Diff label={`${t('theirs')} / ${t('mine')}`} lines={diffLines(conflict.theirs ? words(conflict.theirs) : [], conflict.mine ? words(conflict.mine) : [])} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton look="plain" name="do" value="mine">
          {t('keepMine')}
        </SubmitButton>
        <SubmitButton look="plain" name="do" value="theirs">
          {t('takeTheirs')}
        </SubmitButton>
      </div>
    </div>
  )
}
