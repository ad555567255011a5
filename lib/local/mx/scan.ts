import type { ParsedMail } from 'mailparser'
import { entriesOf, freshBudget, isZip, SealedArchive, type Budget } from './archive'
import { parseMail } from './mime'
import type { Verdict } from './verdicts'

// The two test strings, in halves: whole, they would make a scanner take this file away.
// GTUBE: spamassassin.apache.org/gtube. EICAR: eicar.org, "anti malware testfile".
const GTUBE = 'XJS*C4JDBQADN1.NSBN3*2IDNEN*' + 'GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X'
const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$' + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'
const MAX_DEPTH = 3

export interface Scan {
  spam: Verdict
  virus: Verdict
}

// From the harmless to the harmful: the worst that any part shows is the mail's verdict.
const ORDER: Verdict[] = ['PASS', 'GRAY', 'PROCESSING_FAILED', 'FAIL']
const worse = (a: Verdict, b: Verdict): Verdict => (ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b)
const worst = (a: Scan, b: Scan): Scan => ({ spam: worse(a.spam, b.spam), virus: worse(a.virus, b.virus) })
/** The verdicts on a mail that could not be looked at. */
export const UNREADABLE: Scan = { spam: 'PROCESSING_FAILED', virus: 'PROCESSING_FAILED' }

const inspect = (part: Buffer | string): Scan => ({
  spam: part.includes(GTUBE) ? 'FAIL' : 'PASS',
  virus: part.includes(EICAR) ? 'FAIL' : 'PASS',
})

async function inspectFile(file: Buffer, depth: number, budget: Budget): Promise<Verdict> {
  if (file.includes(EICAR)) return 'FAIL'
  if (!isZip(file)) return 'PASS'
  if (depth >= MAX_DEPTH) return 'PROCESSING_FAILED'
  let verdict: Verdict = 'PASS'
  try {
    for await (const entry of entriesOf(file, budget)) {
      verdict = worse(verdict, await inspectFile(entry, depth + 1, budget))
      if (verdict === 'FAIL') return verdict
    }
  } catch (error) {
    if (!(error instanceof SealedArchive)) throw error
    verdict = worse(verdict, error.encrypted ? 'GRAY' : 'PROCESSING_FAILED')
  }
  return verdict
}

async function scanMail(raw: Buffer, parsed: ParsedMail | undefined, depth: number, budget: Budget): Promise<Scan> {
  let found = inspect(raw)
  if (!parsed) return worst(found, UNREADABLE)
  for (const text of [parsed.subject, parsed.text, parsed.html]) if (text) found = worst(found, inspect(text))
  for (const { content, contentType: stated } of parsed.attachments) {
    // A broken Content-Type comes as something else than the text that the types promise.
    const contentType = String(stated)
    if (contentType === 'message/rfc822') {
      const inner = depth < MAX_DEPTH ? await scanMail(content, await parseMail(content), depth + 1, budget) : UNREADABLE
      found = worst(found, inner)
    } else {
      if (contentType.startsWith('text/')) found = worst(found, inspect(content))
      found = { ...found, virus: worse(found.virus, await inspectFile(content, 0, budget)) }
    }
  }
  return found
}

/**
 * The local MX's spam and virus verdicts: FAIL for the GTUBE and EICAR test strings, in any part, attachment or zip (nested to depth 3),
 * PROCESSING_FAILED for what cannot be looked at, GRAY for an encrypted zip, PASS otherwise. It is a test bench, no filter.
 * `parsed`: the mail as `parseMail` gave it, undefined where it gave nothing.
 */
export const scan = (raw: Buffer, parsed: ParsedMail | undefined): Promise<Scan> => scanMail(raw, parsed, 0, freshBudget())
