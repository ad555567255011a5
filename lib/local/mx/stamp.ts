import { createHash, randomBytes } from 'node:crypto'
import type { Authentication, Client } from './authenticate'
import type { Verdict, Verdicts } from './verdicts'

export interface StampField {
  name: string
  /** Folded with CRLF SP where it is long. */
  value: string
}

// The client chooses these words: none of them may open a comment or a result of its own in Authentication-Results.
const plain = (word: string): string => word.replace(/[^A-Za-z0-9!#$%&'*+/=?^_`{|}~.:@[\]-]/g, '?')

const twoDigits = (n: number): string => String(n).padStart(2, '0')
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** RFC 5322 §3.3 date-time in UTC, with the comment that SES writes. */
function mailDate(d: Date): string {
  const time = [d.getUTCHours(), d.getUTCMinutes(), d.getUTCSeconds()].map(twoDigits).join(':')
  return `${DAYS[d.getUTCDay()]}, ${twoDigits(d.getUTCDate())} ${MONTHS[d.getUTCMonth()]} ${d.getUTCFullYear()} ${time} +0000 (UTC)`
}

function spfText(result: string, domain: string, client: Client): string {
  const d = plain(domain)
  const reasons: Record<string, string> = {
    pass: `domain of ${d} designates ${client.ip} as permitted sender`,
    fail: `domain of ${d} does not designate ${client.ip} as permitted sender`,
    softfail: `domain of transitioning ${d} does not designate ${client.ip} as permitted sender`,
    neutral: `${client.ip} is neither permitted nor denied by domain of ${d}`,
    none: `${client.ip} is neither permitted nor denied by domain of ${d}`,
  }
  const reason = reasons[result] ?? `error in processing during lookup of ${d}`
  return `${result} (spfCheck: ${reason}) client-ip=${client.ip}; envelope-from=${plain(client.sender)}; helo=${plain(client.helo)};`
}

// Where the verdict switch has spoken, the header fields tell the same story as the notification.
const WORD: Record<Verdict, string> = { PASS: 'pass', FAIL: 'fail', GRAY: 'none', PROCESSING_FAILED: 'temperror', DISABLED: 'none' }

export interface StampInput {
  messageId: string
  region: string
  at: Date
  client: Client
  clientName: string
  /** All recipients of the SMTP transaction. */
  recipients: string[]
  verdicts: Verdicts
  authentication: Authentication
  /** Which of the three the verdict switch has set. */
  overridden: { spf: boolean; dkim: boolean; dmarc: boolean }
  body: Buffer
}

/**
 * The header fields that SES puts on top of a mail. `for` names the recipient only where there is one:
 * a copy may be read by another than the one it names. The X-SES-RECEIPT and signature values are opaque here; nobody can check them.
 */
export function stamp(s: StampInput): StampField[] {
  const { verdicts, authentication: a, client } = s
  const only = s.recipients.length === 1 ? `\r\n for ${plain(s.recipients[0] ?? '')}` : ''
  const spf = spfText(s.overridden.spf ? WORD[verdicts.spf] : a.spf.result, a.spf.domain, client)
  const dkim = s.overridden.dkim
    ? [`dkim=${WORD[verdicts.dkim]}`]
    : a.dkim.signatures.map((d) => `dkim=${d.result} header.i=@${plain(d.domain)}`)
  const dmarc = s.overridden.dmarc ? WORD[verdicts.dmarc] : a.dmarc.result
  const results = [`spf=${spf.slice(0, -1)}`, ...dkim, ...(a.dmarc.from ? [`dmarc=${dmarc} header.from=${plain(a.dmarc.from)}`] : [])]
  const bodyHash = createHash('sha256').update(s.body).digest('base64')
  return [
    { name: 'Return-Path', value: `<${client.sender}>` },
    {
      name: 'Received',
      value:
        `from ${plain(client.helo)} (${plain(s.clientName)} [${client.ip}])\r\n by inbound-smtp.${s.region}.amazonaws.com` +
        ` with SMTP id ${s.messageId}${only};\r\n ${mailDate(s.at)}`,
    },
    { name: 'X-SES-Spam-Verdict', value: verdicts.spam },
    { name: 'X-SES-Virus-Verdict', value: verdicts.virus },
    { name: 'Received-SPF', value: spf },
    { name: 'Authentication-Results', value: `amazonses.com;\r\n ${results.join(';\r\n ')};` },
    { name: 'X-SES-RECEIPT', value: randomBytes(96).toString('base64') },
    {
      name: 'X-SES-DKIM-SIGNATURE',
      value:
        `a=rsa-sha256; q=dns/txt; b=${randomBytes(128).toString('base64')}; c=relaxed/simple; s=local; d=amazonses.com;` +
        ` t=${Math.floor(s.at.getTime() / 1000)}; v=1; bh=${bodyHash};` +
        ' h=From:To:Cc:Bcc:Subject:Date:Message-ID:MIME-Version:Content-Type:X-SES-RECEIPT;',
    },
  ]
}
