import type { DmarcPolicy } from '@/lib/core/message/incoming'
import { evaluate, type Evaluation } from '@/lib/core/rules/evaluate'
import { said } from '@/lib/core/rules/why'
import type { TraceStep } from '@/lib/core/rules/trace'
import type { Facts } from '@/lib/core/rules/facts'
import type { Rule } from '@/lib/core/rules/rule'
import type { Verdicts } from '@/lib/core/rules/verdict'
import type { ParsedMail } from '@/lib/mail/parse'

interface DecideInput {
  mail: ParsedMail
  recipient: string
  mailbox: string
  mailFrom: string
  verdicts: Verdicts
  dmarcPolicy: DmarcPolicy | null
  rules: readonly Rule[]
  version: number | 'draft' | null
}

const now = () => performance.now()

/**
 * Decides one delivery of a parsed mail. The tenant's rules do not run on a mail that could not be parsed: a rule that looks for what
 * is missing would act on what was only unread. Such a mail is kept, or quarantined by its verdicts.
 */
export function decideDelivery(input: DecideInput): Evaluation {
  const { mail, verdicts, dmarcPolicy } = input
  const started = now()
  const facts = factsOf(input)
  if (mail.parseError === undefined) return evaluate({ rules: input.rules, version: input.version, facts, verdicts, dmarcPolicy, now })
  const { steps, ...rest } = evaluate({ rules: [], version: null, facts, verdicts, dmarcPolicy, now })
  const because = `the mail could not be parsed: ${mail.parseError}`
  const ms = Math.round((now() - started) * 100) / 100
  const unread = { error: mail.parseError }
  const codes = { why: [said('unread', unread)], outcomes: [said('rulesNotRun')] }
  const step: TraceStep = { kind: 'parse', name: 'parse', matched: true, because, outcome: 'the rules did not run', ...codes, ms }
  if (rest.disposition !== 'kept') return { ...rest, steps: [step, ...steps] }
  return { ...rest, reason: `The mail could not be parsed: ${mail.parseError}`, reasonCode: said('unread', unread), steps: [step, ...steps] }
}

function factsOf({ mail, recipient, mailbox, mailFrom }: DecideInput): Facts {
  const headers = new Map<string, string[]>()
  for (const { name, value } of mail.headers) {
    const key = name.toLowerCase()
    const values = headers.get(key)
    if (values) values.push(value)
    else headers.set(key, [value])
  }
  return { recipient, mailbox, mailFrom, from: mail.from.map((f) => f.address), subject: mail.subject, headers }
}
