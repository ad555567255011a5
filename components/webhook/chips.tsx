import { useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip'
import type { AttemptState } from '@/lib/core/inputs/webhook'
import { attemptLooks, stateLooks, stateOf } from './words'

export function StateChip(webhook: Parameters<typeof stateOf>[0]) {
  const t = useTranslations('webhooks')
  const state = stateOf(webhook)
  return <Chip {...stateLooks[state]}>{t(`state.${state}`)}</Chip>
}

export function AttemptChip({ state, status }: { state: AttemptState; status: number | null }) {
  const t = useTranslations('webhooks')
  return (
    <Chip {...attemptLooks[state]}>
      {t(`attempt.${state}`)}
      {status !== null && <span className="font-mono font-normal"> {status}</span>}
    </Chip>
  )
}
