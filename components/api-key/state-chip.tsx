import { useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip'
import type { IconName } from '@/components/ui/icon'
import type { Tone } from '@/components/ui/tone'
import type { KeyState } from '@/lib/core/access/key-state'

const looks: Record<KeyState, { tone: Tone; icon: IconName; bare?: boolean }> = {
  active: { tone: 'ok', icon: 'tick', bare: true },
  soon: { tone: 'warn', icon: 'clock' },
  expired: { tone: 'mute', icon: 'dash' },
  revoked: { tone: 'mute', icon: 'block' },
}

export function StateChip({ state }: { state: KeyState }) {
  const t = useTranslations('keys')
  return <Chip {...looks[state]}>{t(`state.${state}`)}</Chip>
}
