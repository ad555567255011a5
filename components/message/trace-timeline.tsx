import { useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip'
import { verdictNames, type VerdictName } from '@/lib/core/rules/rule'
import type { TraceStep } from '@/lib/core/rules/trace'
import { MailText } from './mail-text'

const kinds = ['virus', 'verdictPolicy', 'rule', 'action', 'default', 'parse'] as const
type Kind = (typeof kinds)[number]
const isKind = (kind: string): kind is Kind => (kinds as readonly string[]).includes(kind)
const isVerdict = (name: string): name is VerdictName => (verdictNames as readonly string[]).includes(name)

interface Props {
  label: string
  steps: readonly TraceStep[]
  duration: (ms: number) => string
}

/** One run over a delivery, step by step: what was looked at, whether it matched, why, what ran, how long. */
export function TraceTimeline({ label, steps, duration }: Props) {
  const m = useTranslations('messages')
  const t = useTranslations('messages.page')
  // A tenant gave its rules their names; the names of our own steps are ours to say.
  const nameOf = ({ kind, name }: TraceStep) => {
    if (kind === 'rule') return name
    if (kind === 'default') return m('disposition.kept')
    if (kind === 'parse') return ''
    return isVerdict(name) ? m(`verdict.${name}`) : name
  }
  return (
    <ol aria-label={label} className="flex flex-col">
      {steps.map((step, i) => (
        <li key={i} className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-2 border-b border-line py-2 last:border-0">
          <span className="text-right text-table text-ink-3">{i + 1}</span>
          <div className="flex min-w-0 flex-col gap-1">
            <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="text-meta text-ink-3">{isKind(step.kind) ? t(`step.${step.kind}`) : t('step.other')}</span>
              <span className="min-w-0 text-form font-medium wrap-anywhere">
                <MailText text={nameOf(step)} />
              </span>
              <Chip tone={step.matched ? 'accent' : 'mute'} icon={step.matched ? 'tick' : 'dash'}>
                {step.matched ? t('matched') : t('notMatched')}
              </Chip>
            </div>
            <p lang="en" className="text-table text-ink-2 wrap-anywhere">
              <MailText text={step.because} />
            </p>
            {step.outcome && (
              <p lang="en" className="text-table font-medium wrap-anywhere">
                <MailText text={step.outcome} />
              </p>
            )}
          </div>
          <span className="text-meta whitespace-nowrap text-ink-3">{duration(step.ms)}</span>
        </li>
      ))}
    </ol>
  )
}
