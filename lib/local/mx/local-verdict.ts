import { readHead, type Head } from './head'
import { isPolicy, type DmarcPolicy, type Verdict, type Verdicts } from './verdicts'

const FIELD = 'x-local-verdict'
const WORDS: readonly string[] = ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED'] satisfies Verdict[]
const KINDS = ['spam', 'virus', 'spf', 'dkim', 'dmarc'] as const

export type Override = Partial<Verdicts>

/** Reads `spam=GRAY; virus=PROCESSING_FAILED; dmarc=FAIL; dmarcPolicy=reject`. Unknown names and words are passed over. */
export function parseOverride(value: string): Override {
  const override: Override = {}
  for (const pair of value.split(';')) {
    const [name = '', word = ''] = pair.split('=').map((s) => s.trim())
    const kind = KINDS.find((k) => k === name.toLowerCase())
    const verdict = word.toUpperCase()
    if (kind && WORDS.includes(verdict)) override[kind] = verdict as Verdict
    else if (name.toLowerCase() === 'dmarcpolicy' && isPolicy(word.toLowerCase())) override.dmarcPolicy = word.toLowerCase() as DmarcPolicy
  }
  return override
}

/**
 * Takes the verdict switch, `X-Local-Verdict`, out of a mail: every such field is cut, the first one counts.
 * A mail without it comes back as the same bytes.
 */
export function takeOverride(raw: Buffer): { raw: Buffer; head: Head; override: Override } {
  const head = readHead(raw)
  const switches = head.fields.filter((f) => f.name.toLowerCase() === FIELD)
  const first = switches[0]
  if (!first) return { raw, head, override: {} }
  const kept: Buffer[] = []
  let pos = 0
  for (const field of switches) {
    kept.push(raw.subarray(pos, field.start))
    pos = field.end
  }
  kept.push(raw.subarray(pos))
  const stripped = Buffer.concat(kept)
  return { raw: stripped, head: readHead(stripped), override: parseOverride(first.value) }
}

/** Puts the override over what was found. A policy is told exactly where DMARC has failed. */
export function applyOverride(found: Verdicts, override: Override): Verdicts {
  const { dmarcPolicy, ...verdicts } = { ...found, ...override }
  if (verdicts.dmarc !== 'FAIL') return verdicts
  return { ...verdicts, dmarcPolicy: dmarcPolicy ?? 'reject' }
}
