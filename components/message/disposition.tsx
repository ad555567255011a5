import { useTranslations } from 'next-intl'
import { Icon, type IconName } from '@/components/ui/icon'
import { toneText, type Tone } from '@/components/ui/tone'
import { dispositions, type Disposition as Name } from '@/lib/core/rules/trace'

export const dispositionLooks: Record<Name, { tone: Tone; icon: IconName }> = {
  kept: { tone: 'ok', icon: 'tray' },
  delivered: { tone: 'ok', icon: 'tick' },
  forwarded: { tone: 'ok', icon: 'forward' },
  relayed: { tone: 'ok', icon: 'swap' },
  sent: { tone: 'ok', icon: 'paper' },
  queued: { tone: 'accent', icon: 'clock' },
  scheduled: { tone: 'accent', icon: 'clock' },
  delayed: { tone: 'accent', icon: 'clock' },
  quarantined: { tone: 'warn', icon: 'fence' },
  held: { tone: 'warn', icon: 'pause' },
  rejected: { tone: 'mute', icon: 'stop' },
  dropped: { tone: 'mute', icon: 'bin' },
  suppressed: { tone: 'mute', icon: 'stop' },
  unsubscribed: { tone: 'odd', icon: 'leave' },
  bounced: { tone: 'bad', icon: 'back' },
  complained: { tone: 'bad', icon: 'exclamation' },
  failed: { tone: 'bad', icon: 'cross' },
}

const isDisposition = (name: string): name is Name => (dispositions as readonly string[]).includes(name)

/** Where a delivery ended: icon and word. */
export function Disposition({ name }: { name: string }) {
  const t = useTranslations('messages.disposition')
  const look = isDisposition(name) ? dispositionLooks[name] : ({ tone: 'mute', icon: 'question' } as const)
  return (
    <span className={`inline-flex items-center gap-1 align-middle font-medium whitespace-nowrap ${toneText[look.tone]}`}>
      <Icon name={look.icon} />
      {isDisposition(name) ? t(name) : t('other')}
    </span>
  )
}
