import { useTranslations } from 'next-intl'
import type { Step } from '@/lib/core/receipt/step'

/** Above as many entries on one page those beyond the first stay in the JSON. */
const mostEntries = 2000
const firstEntries = 20

const entriesOf = ({ params, call }: Step) => {
  const gone = call === 'DeleteReceiptRule'
  const added = params?.added ?? (gone ? [] : (params?.recipients ?? []))
  const removed = params?.removed ?? (gone ? (params?.recipients ?? []) : [])
  return [...removed.map((name) => ({ name, kind: 'removed' as const })), ...added.map((name) => ({ name, kind: 'added' as const }))]
}

/** A sentence for each call, in the reader's language; the English one where an older plan has that alone. `from`: the number of the first. */
export function Steps({ steps, from = 1 }: { steps: readonly Step[]; from?: number }) {
  const t = useTranslations('operator.steps')
  const all = steps.reduce((n, step) => n + entriesOf(step).length, 0) <= mostEntries
  return (
    <ol start={from} className="flex list-decimal flex-col gap-2 pl-8 text-table marker:text-ink-3">
      {steps.map((step, i) => (
        <li key={i} className="wrap-anywhere">
          <p>{step.params ? t(step.call, { rule: step.rule ?? '', set: step.params.ruleSet ?? '', after: step.after ?? '', place: step.after ? 'after' : 'front' }) : <span lang="en">{step.sentence}</span>}</p>
          <Entries step={step} all={all} />
        </li>
      ))}
    </ol>
  )
}

function Entries({ step, all }: { step: Step; all: boolean }) {
  const t = useTranslations('operator.steps')
  const entries = entriesOf(step)
  const settings = step.params?.settings ?? []
  if (entries.length + settings.length === 0) return null
  const rest = entries.slice(firstEntries)
  return (
    <>
      <ul className="mt-1 font-mono text-meta">
        {settings.map((name) => <li key={name}>~ {t(`setting.${name}`)}</li>)}
        {entries.slice(0, firstEntries).map((entry) => <Entry key={entry.kind + entry.name} {...entry} />)}
        {rest.length > 0 && !all && <li className="font-sans text-ink-3">{t('moreEntries', { n: rest.length })}</li>}
      </ul>
      {rest.length > 0 && all && (
        <details>
          <summary className="text-meta text-ink-2">{t('restEntries', { n: rest.length })}</summary>
          <ul className="font-mono text-meta">{rest.map((entry) => <Entry key={entry.kind + entry.name} {...entry} />)}</ul>
        </details>
      )}
    </>
  )
}

function Entry({ name, kind }: { name: string; kind: 'added' | 'removed' }) {
  const t = useTranslations('operator.steps')
  const added = kind === 'added'
  return (
    <li className={added ? 'text-ok' : 'text-bad'}>
      <span aria-hidden="true">{added ? '+' : '−'} </span>
      <span className="sr-only">{t(kind)} </span>
      <bdi>{name}</bdi>
    </li>
  )
}
