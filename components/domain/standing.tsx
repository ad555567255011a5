import { useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip'
import type { Receiving, Sending } from '@/lib/core/domain/standing'
import { receivingLooks, sendingLooks } from './looks'

export function ReceivingChip({ state }: { state: Receiving }) {
  return <Chip {...receivingLooks[state]}>{useTranslations('domains.receiving')(state)}</Chip>
}

export function SendingChip({ state }: { state: Sending }) {
  return <Chip {...sendingLooks[state]}>{useTranslations('domains.sending')(state)}</Chip>
}
