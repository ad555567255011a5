import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { parseEnvelopeAddress } from '@/lib/core/address/envelope'
import { Simulate } from '@/lib/core/inputs/simulate'
import type { Rule } from '@/lib/core/rules/rule'
import { verdictNames, verdictWords, type Verdict, type Verdicts } from '@/lib/core/rules/verdict'
import type { Disposition, TraceStep } from '@/lib/core/rules/trace'
import type { ReasonCode } from '@/lib/core/rules/why'
import { inTenantSql } from '@/lib/db/tenant'
import { parseMail, type ParsedMail } from '@/lib/mail/parse'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'
import { decideDelivery } from './decide'
import { publishedRules, readRules } from './rules'
import { storedMail } from './stored-mail'

export interface Simulation {
  disposition: Disposition
  reason: string
  reasonCode: ReasonCode
  trace: TraceStep[]
  matchedRules: string[]
  /** Whose rules ran: 'draft' (also for rules given), a version, or null where the tenant has none. */
  version: number | 'draft' | null
}

/**
 * Runs rules on a mail and changes nothing: the rules given, else the draft, else the published ones (these at once with `use: 'published'`).
 * Throws Refusal `forbidden`, `invalid`, `not_found`; Fault where S3 does not give a stored mail.
 */
export async function simulate({ ctx, input }: { ctx: TenantContext; input: Simulate }): Promise<Simulation> {
  authorize(ctx, 'rules.simulate')
  const parsed = parseInput(Simulate, input)
  const subject = 'messageId' in parsed ? await storedMail(ctx.tenantId, parsed.messageId) : await givenMail(parsed)
  if (!subject) throw new Refusal('not_found', 'There is no such message.')
  const chosen = parsed.rules ? { rules: parsed.rules, version: 'draft' as const } : await chooseRules(ctx.tenantId, parsed.use)
  const { disposition, reason, reasonCode, matchedRules, steps } = decideDelivery({ ...subject, ...chosen })
  return { disposition, reason, reasonCode, trace: steps, matchedRules, version: chosen.version }
}

function chooseRules(tenantId: string, use: 'draft' | 'published'): Promise<{ rules: Rule[]; version: number | 'draft' | null }> {
  return inTenantSql(tenantId, async (client) => {
    const published = () => publishedRules((text, values) => client.query(text, values), tenantId)
    if (use === 'published') return published()
    const { rows } = await client.query<{ rules: unknown }>('SELECT rules FROM rule_draft WHERE "tenantId" = $1 AND revision > 0', [tenantId])
    if (rows[0]) return { rules: readRules(rows[0].rules, 'The draft'), version: 'draft' as const }
    return published()
  })
}

type Given = Extract<ReturnType<typeof Simulate.parse>, { raw: string }>

async function givenMail(given: Given) {
  const address = parseEnvelopeAddress(given.recipient)
  const problem = { path: ['recipient'], message: 'must be an address' }
  if (!address) throw new Refusal('invalid', 'The input is not right: see the fields named.', [problem])
  const mail = await parseMail(Buffer.from(given.raw, 'base64'))
  const { dmarcPolicy, mailFrom } = given
  return { mail, recipient: address.address, mailbox: address.mailbox, mailFrom, verdicts: verdictsFor(mail, given.verdicts), dmarcPolicy }
}

// SES stamps spam and virus verdicts on the mail it stores. What nobody knows is taken as PASS: a simulation asks what the rules would do
// with a mail that SES finds no fault with, where a real one must never be given that trust.
function verdictsFor(mail: ParsedMail, given: Given['verdicts']): Verdicts {
  const stamped = (name: string): Verdict | undefined => {
    const value = mail.headers.find((h) => h.name.toLowerCase() === `x-ses-${name}-verdict`)?.value.trim().toUpperCase()
    return value === undefined ? undefined : (verdictWords.find((w) => w === value) ?? 'UNKNOWN')
  }
  const entries = verdictNames.map((name) => [name, given[name] ?? stamped(name) ?? 'PASS'] as const)
  return Object.fromEntries(entries) as Verdicts
}
