import { useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip'
import { verdictNames, type VerdictName } from '@/lib/core/rules/verdict'
import type { TraceStep } from '@/lib/core/rules/trace'
import { MailText } from './mail-text'
import { Because, Did } from './reason'

const kinds = ['virus', 'verdictPolicy', 'rule', 'action', 'default', 'parse', 'tenant', 'limit'] as const
type Kind = (typeof kinds)[number]
const isKind = (kind: string): kind is Kind => (kinds as readonly string[]).includes(kind)
const isVerdict = (name: string): name is VerdictName => (verdictNames as readonly string[]).includes(name)

interface Props {
  label: string
  steps: readonly TraceStep[]
  duration: (ms: number) => string
}

/** One run over a delivery, step by step: what was looked at, whether it matched, why, what ran, how long. Rules not reached are folded. */
export function TraceTimeline({ label, steps, duration }: Props) {
  const m = useTranslations('messages')
  const t = useTranslations('messages.page')
  const w = useTranslations('message')
  // A tenant gave its rules their names; the names of our own steps are ours to say.
  const nameOf = ({ kind, name }: TraceStep) => {
    if (kind === 'rule') return name
    if (kind === 'default') return m('disposition.kept')
    if (kind === 'parse' || kind === 'tenant' || kind === 'limit') return ''
    return isVerdict(name) ? m(`verdict.${name}`) : name
  }
  return (
    <ol aria-label={label} className="flex flex-col">
      {steps.map((step, i) =>
        step.rules === undefined ? (
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
              <div className="text-table text-ink-2 wrap-anywhere">
                <Because because={step.because} why={step.why} />
              </div>
              {step.outcome && (
                <div className="text-table font-medium wrap-anywhere">
                  <Did outcome={step.outcome} outcomes={step.outcomes} />
                </div>
              )}
            </div>
            <span className="text-meta whitespace-nowrap text-ink-3">{duration(step.ms)}</span>
          </li>
        ) : (
          <li key={i} className="border-b border-line py-2 pl-8 last:border-0">
            <details>
              <summary className="min-h-6 text-table text-ink-2 pointer-coarse:min-h-11">{w('notReached', { n: step.rules })}</summary>
              <div className="flex flex-col gap-1 pt-1 text-table text-ink-2 wrap-anywhere">
                <Because because={step.because} why={step.why} />
                <MailText text={step.name} />
              </div>
            </details>
          </li>
        ),
      )}
    </ol>
  )
}
