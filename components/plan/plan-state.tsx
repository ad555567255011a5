import { useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip'
import type { IconName } from '@/components/ui/icon'
import type { Tone } from '@/components/ui/tone'
import type { PlanStatus } from '@/lib/core/receipt/stored'

const looks: Record<PlanStatus, { tone: Tone; icon: IconName }> = {
  ready: { tone: 'accent', icon: 'clock' },
  waiting: { tone: 'warn', icon: 'pause' },
  applying: { tone: 'accent', icon: 'sync' },
  applied: { tone: 'ok', icon: 'tick' },
  failed: { tone: 'bad', icon: 'cross' },
  stale: { tone: 'mute', icon: 'history' },
  cancelled: { tone: 'mute', icon: 'stop' },
}

export function PlanState({ status }: { status: PlanStatus }) {
  const t = useTranslations('operator')
  return <Chip {...looks[status]}>{t(`status.${status}`)}</Chip>
}
