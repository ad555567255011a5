'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import type { ListState } from '@/components/rule/list-state'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorPanel } from '@/components/ui/error-panel'
import { SubmitButton } from '@/components/ui/submit-button'
import { starters } from '@/lib/core/rules/starter'

/** Three rules to begin with; each goes into the draft by one button. */
export function Starters({ action }: { action: (before: ListState, data: FormData) => Promise<ListState> }) {
  const t = useTranslations('rules')
  const [state, submit] = useActionState(action, { n: 0, done: null, failed: null })
  return (
    <EmptyState title={t('emptyTitle')}>
      <p className="max-w-prose text-ink-2">{t('emptyText')}</p>
      {state.failed && <ErrorPanel alert title={t('listFailed', { why: t(`why.${state.failed}`) })} />}
      <form action={submit} className="grid w-full gap-3 md:grid-cols-3">
        {starters.map((starter) => (
          <div key={starter} className="flex flex-col items-start gap-2 rounded-panel border border-line p-3">
            <h3 className="text-form font-semibold">{t(`starter.${starter}`)}</h3>
            <p className="flex-1 text-table text-ink-2 wrap-anywhere">{t(`starterText.${starter}`)}</p>
            <SubmitButton look="plain" name="do" value={`starter:${starter}`} className="!whitespace-normal">
              {t('addStarter', { name: t(`starter.${starter}`) })}
            </SubmitButton>
          </div>
        ))}
      </form>
    </EmptyState>
  )
}
