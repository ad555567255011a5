import { verdictNames, verdictWords, type Verdict, type Verdicts } from '@/lib/core/rules/verdict'
import { clean, cut } from './clean'
import { dmarcPolicies, type DmarcPolicy, type Incoming } from './incoming'
import { ReceivingNotification } from './receiving-notification'

/** What an SNS `Message` turned out to be. */
export type Converted =
  | { kind: 'incoming'; incoming: Incoming }
  /** Nothing to act on, and why. */
  | { kind: 'ignored'; why: string }
  /** Something that should have been acted on and cannot be: an operator must look. */
  | { kind: 'invalid'; problem: string }

/** The `mail.messageId` with which SES announces a new receipt rule, and the name of the object that it writes then. */
export const setupNotification = 'AMAZON_SES_SETUP_NOTIFICATION'

const snsAction =
  'The mail came by an SNS action, which Postroom does not use: its receipt rules store mail in S3. ' +
  'See which receipt rule publishes to this topic.'

/**
 * Where foreign shapes stop: an SNS `Message` of SES becomes an `Incoming`, or a reason. Never throws.
 * A message that is no JSON is SES's or SNS's plain talk ("Successfully validated SNS topic for Amazon SES …").
 */
export function convertMessage(message: string): Converted {
  let value: unknown
  try {
    value = JSON.parse(message)
  } catch {
    return { kind: 'ignored', why: `plain text: ${shown(message)}` }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { kind: 'ignored', why: `no notification of SES: ${shown(message)}` }
  const { notificationType, eventType } = value as { notificationType?: unknown; eventType?: unknown }
  if (notificationType !== 'Received') {
    const type = notificationType ?? eventType
    return { kind: 'ignored', why: typeof type === 'string' ? `an event of type ${shown(type)}` : `no notification of SES: ${shown(message)}` }
  }
  return convertReceived(value)
}

function convertReceived(value: object): Converted {
  const parsed = ReceivingNotification.safeParse(value)
  if (!parsed.success) {
    const [first] = parsed.error.issues
    return { kind: 'invalid', problem: `The receiving notification is not as SES writes it: ${first?.path.join('.')}: ${first?.message}` }
  }
  const { mail, receipt } = parsed.data
  const sesMessageId = clean(mail.messageId)
  if (sesMessageId === setupNotification) return { kind: 'ignored', why: 'SES announces a new receipt rule' }
  const { action } = receipt
  if (action.type === 'SNS')
    return { kind: 'invalid', problem: snsAction }
  if (action.type !== 'S3') return { kind: 'ignored', why: `the receipt of a ${shown(action.type)} action` }
  if (!action.bucketName || !action.objectKey) return { kind: 'invalid', problem: 'The S3 action of the notification names no object.' }
  const receivedAt = new Date(mail.timestamp)
  if (!(receivedAt.getTime() >= 0)) return { kind: 'invalid', problem: `mail.timestamp is no time: ${shown(mail.timestamp)}` }
  const recipients = [...new Set(receipt.recipients.map((r) => clean(r.trim().toLowerCase())).filter(Boolean))].sort()
  if (recipients.length === 0) return { kind: 'invalid', problem: 'The notification names no recipient.' }
  return {
    kind: 'incoming',
    incoming: {
      sesMessageId,
      receivedAt,
      mailFrom: clean(reversePath(mail.source ?? '')),
      recipients,
      verdicts: verdictsOf(receipt),
      dmarcPolicy: policyOf(receipt.dmarcPolicy),
      raw: { bucket: action.bucketName, key: action.objectKey },
    },
  }
}

const reversePath = (source: string): string => source.trim().replace(/^<(.*)>$/s, '$1')

function verdictsOf(receipt: ReceivingNotification['receipt']): Verdicts {
  const word = (name: (typeof verdictNames)[number]): Verdict => {
    const status = receipt[`${name}Verdict`]?.status?.toUpperCase()
    return verdictWords.find((w) => w === status) ?? 'UNKNOWN'
  }
  return { spam: word('spam'), virus: word('virus'), spf: word('spf'), dkim: word('dkim'), dmarc: word('dmarc') }
}

function policyOf(policy: ReceivingNotification['receipt']['dmarcPolicy']): DmarcPolicy | null {
  const word = (typeof policy === 'string' ? policy : policy?.status)?.toLowerCase()
  return dmarcPolicies.find((p) => p === word) ?? null
}

const shown = (text: string): string => clean(cut(text.replace(/\s+/g, ' ').trim(), 120))
