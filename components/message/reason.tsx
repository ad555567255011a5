import { useLocale, useTranslations } from 'next-intl'
import { disjunction } from '@/lib/core/formatter'
import { verdictNames, verdictWords, type VerdictName, type Verdict } from '@/lib/core/rules/verdict'
import { outcomeKeys, reasonKeys, whyKeys, type OutcomeCode, type Params, type ReasonCode, type Why } from '@/lib/core/rules/why'
import { MailText } from './mail-text'

/** Why a delivery ended where it did, in the reader's language; the English sentence where an older row has that alone. */
export function Reason({ reason, code }: { reason: string; code: ReasonCode | null | undefined }) {
  const t = useTranslations('message.reason')
  if (code && knows(reasonKeys, code.key)) return <MailText text={t(code.key, plain(code.params))} />
  return <English text={reason} />
}

/** The reasons of a step of the trace, one sentence each. */
export function Because({ because, why }: { because: string; why: readonly Why[] | undefined }) {
  const say = useWhy()
  const said = why?.map(say)
  if (!said?.length || said.some((s) => s === undefined)) return <English text={because} />
  return said.map((sentence, i) => (
    <span key={i} className="block">
      <MailText text={sentence!} />
    </span>
  ))
}

/** What a step did. */
export function Did({ outcome, outcomes }: { outcome: string; outcomes: readonly OutcomeCode[] | undefined }) {
  const t = useTranslations('message.did')
  if (!outcomes?.length || outcomes.some((o) => !knows(outcomeKeys, o.key))) return <English text={outcome} />
  return outcomes.map((o, i) => (
    <span key={i} className="block">
      {t(o.key)}
    </span>
  ))
}

const English = ({ text }: { text: string }) => (
  <span lang="en">
    <MailText text={text} />
  </span>
)

const knows = <K extends string>(keys: readonly K[], key: string): key is K => (keys as readonly string[]).includes(key)
const plain = (params: Params) => Object.fromEntries(Object.entries(params).map(([k, v]) => [k, Array.isArray(v) ? v.join(', ') : v])) as Record<string, string | number> as never

/** A sentence of a step; undefined for a key of a later version than this one. */
function useWhy(): (why: Why) => string | undefined {
  const locale = useLocale()
  const t = useTranslations('message.why')
  const f = useTranslations('message.field')
  const m = useTranslations('messages')
  const either = disjunction(locale, 'or')
  const isVerdict = (name: unknown): name is VerdictName => knows(verdictNames, String(name))
  const word = (verdict: VerdictName, value: string) => (knows(verdictWords, value) ? m(`word.${verdict}.${value as Verdict}`) : value)
  return ({ key, params }) => {
    if (!knows(whyKeys, key)) return undefined
    const { verdict, field } = params
    const values: Record<string, string | number> = {}
    for (const [name, value] of Object.entries(params)) {
      if (isVerdict(verdict) && name !== 'verdict' && typeof value !== 'number') {
        const words = [value].flat().map((v) => word(verdict, v))
        values[name] = either.format([...new Set(words)])
      } else values[name] = Array.isArray(value) ? either.format(value) : value
    }
    if (isVerdict(verdict)) values['verdict'] = m(`verdict.${verdict}`)
    const fields = ['recipient', 'mailbox', 'mailFrom', 'from', 'subject', 'header'] as const
    if (field !== undefined) values['field'] = f(knows(fields, String(field)) ? (field as (typeof fields)[number]) : 'other', { name: String(params['name'] || field) } as never)
    return t(key, values as never)
  }
}
