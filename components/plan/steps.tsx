import { useTranslations } from 'next-intl'
import type { Step } from '@/lib/core/receipt/step'

/** Above this the first steps come alone; the rest is in the JSON. */
const most = 200

/** A sentence for each call, in the reader's language; the English one where an older plan has that alone. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const t = useTranslations('operator.steps')
  return (
    <>
      <ol className="flex flex-col gap-2 text-table">
        {steps.slice(0, most).map((step, i) => (
          <li key={i} className="wrap-anywhere">
            <p>{step.params ? t(step.call, { rule: step.rule ?? '', set: step.params.ruleSet ?? '', after: step.after ?? '', place: step.after ? 'after' : 'front' }) : <span lang="en">{step.sentence}</span>}</p>
            <Entries step={step} />
          </li>
        ))}
      </ol>
      {steps.length > most && <p className="mt-2 text-table text-ink-3">{t('more', { n: steps.length - most })}</p>}
    </>
  )
}

function Entries({ step: { params, call } }: { step: Step }) {
  const t = useTranslations('operator.steps')
  const gone = call === 'DeleteReceiptRule'
  const added = params?.added ?? (gone ? [] : (params?.recipients ?? []))
  const removed = params?.removed ?? (gone ? (params?.recipients ?? []) : [])
  if (added.length + removed.length === 0 && !params?.settings?.length) return null
  const lines = [...removed.map((name) => ({ sign: '−', name, word: t('removed'), look: 'text-bad' })), ...added.map((name) => ({ sign: '+', name, word: t('added'), look: 'text-ok' }))]
  return (
    <ul className="mt-1 ml-4 font-mono text-meta">
      {params?.settings?.map((name) => <li key={name}>~ {t(`setting.${name}`)}</li>)}
      {lines.slice(0, 20).map(({ sign, name, word, look }) => (
        <li key={sign + name} className={look}>
          <span aria-hidden="true">{sign} </span>
          <span className="sr-only">{word} </span>
          <bdi>{name}</bdi>
        </li>
      ))}
      {lines.length > 20 && <li className="text-ink-3">{t('moreEntries', { n: lines.length - 20 })}</li>}
    </ul>
  )
}
