import type { ReceiptAction } from '@aws-sdk/client-ses'
import { addressesIn, display } from './addresses'
import { unfold, valuesOf, type Head } from './head'
import type { Verdicts } from './verdicts'

/** SNS Subject of every receiving notification (seen in real ones; AWS does not document it). */
export const SUBJECT = 'Amazon SES Email Receipt Notification'

// SES tells 10 KB of header fields, then says that it cut (SES Developer Guide, quotas).
const HEADERS_LIMIT = 10 * 1024
// No single decoded value may push the notification over SNS's 256 KB.
const VALUE_LIMIT = 4096

interface NamedValue {
  name: string
  value: string
}

function headersOf(fields: NamedValue[]): { headers: NamedValue[]; headersTruncated: boolean } {
  const headers: NamedValue[] = []
  let size = 0
  for (const { name, value } of fields) {
    const unfolded = unfold(value)
    size += Buffer.byteLength(name) + Buffer.byteLength(unfolded) + 4
    if (size > HEADERS_LIMIT) return { headers, headersTruncated: true }
    headers.push({ name, value: unfolded })
  }
  return { headers, headersTruncated: false }
}

type CommonHeaders = Record<string, string | string[]>

/** `commonHeaders`: the fields that are there, in AWS's names, decoded. `subject` as the MIME parser decoded it. */
function commonHeadersOf(head: Pick<Head, 'fields'>, sender: string, subject: string | undefined): CommonHeaders {
  const common: CommonHeaders = { returnPath: sender }
  const list = (key: string, name: string) => {
    const addresses = addressesIn(valuesOf(head, name)).map(display)
    if (addresses.length > 0) common[key] = addresses
  }
  const single = (key: string, name: string) => {
    const value = valuesOf(head, name)[0]
    if (value !== undefined) common[key] = value.slice(0, VALUE_LIMIT)
  }
  list('from', 'from')
  const author = addressesIn(valuesOf(head, 'sender')).map(display)[0]
  if (author) common['sender'] = author
  list('replyTo', 'reply-to')
  list('to', 'to')
  list('cc', 'cc')
  list('bcc', 'bcc')
  single('date', 'date')
  single('messageId', 'message-id')
  single('subject', 'subject')
  if (subject !== undefined) common['subject'] = subject.slice(0, VALUE_LIMIT)
  return common
}

export type MailObject = Record<string, unknown>

/** The `mail` object (SES Developer Guide, "Contents of notifications"): `fields` are all header fields of the stored mail, in order. */
export function mailObject(m: {
  at: Date
  sender: string
  messageId: string
  fields: NamedValue[]
  head: Pick<Head, 'fields'>
  subject: string | undefined
}): MailObject {
  const destination = [...addressesIn(valuesOf(m.head, 'to')), ...addressesIn(valuesOf(m.head, 'cc'))].map((a) => a.address)
  const { headers, headersTruncated } = headersOf(m.fields)
  return {
    timestamp: m.at.toISOString(),
    source: m.sender,
    messageId: m.messageId,
    destination,
    headersTruncated,
    headers,
    commonHeaders: commonHeadersOf(m.head, m.sender, m.subject),
  }
}

/** The `receipt.action` object of an action; undefined for one that notifies nobody. */
export function actionObject(action: ReceiptAction, objectKey: string): Record<string, string> | undefined {
  const { S3Action: s3, SNSAction: sns, BounceAction: bounce, StopAction: stop } = action
  const told = (fields: Record<string, string | undefined>) =>
    Object.fromEntries(Object.entries(fields).filter((f): f is [string, string] => f[1] !== undefined))
  if (s3)
    return told({ type: 'S3', topicArn: s3.TopicArn, bucketName: s3.BucketName, objectKeyPrefix: s3.ObjectKeyPrefix, objectKey })
  if (sns) return told({ type: 'SNS', topicArn: sns.TopicArn, encoding: sns.Encoding === 'Base64' ? 'BASE64' : 'UTF8' })
  if (bounce) {
    const { TopicArn: topicArn, SmtpReplyCode: smtpReplyCode, StatusCode: statusCode, Message: message, Sender: sender } = bounce
    return told({ type: 'Bounce', topicArn, smtpReplyCode, statusCode, message, sender })
  }
  return stop ? told({ type: 'Stop', topicArn: stop.TopicArn }) : undefined
}

/** The notification of one action, as the text that SNS carries. `content` only for the SNS action. */
export function notification(n: {
  mail: MailObject
  at: Date
  processingTimeMillis: number
  recipients: string[]
  verdicts: Verdicts
  action: Record<string, string>
  content?: string
}): string {
  const { spam, virus, spf, dkim, dmarc, dmarcPolicy } = n.verdicts
  return JSON.stringify({
    notificationType: 'Received',
    mail: n.mail,
    receipt: {
      timestamp: n.at.toISOString(),
      processingTimeMillis: n.processingTimeMillis,
      recipients: n.recipients,
      spamVerdict: { status: spam },
      virusVerdict: { status: virus },
      spfVerdict: { status: spf },
      dkimVerdict: { status: dkim },
      dmarcVerdict: { status: dmarc },
      ...(dmarcPolicy ? { dmarcPolicy } : {}),
      action: n.action,
    },
    ...(n.content === undefined ? {} : { content: n.content }),
  })
}
