import { randomBytes } from 'node:crypto'
import { rfc5322Date } from './outgoing'

export interface BouncedRecipient {
  recipient: string
  action: string
  status: string
  diagnostic: string
}

/** A delivery status notification (RFC 3464) to `to`, in the form in which SES sends one. */
export function bounceMail(input: {
  to: string
  sender: string
  explanation: string | undefined
  bounced: BouncedRecipient[]
  region: string
  at: Date
}): Buffer {
  const boundary = `bounce-${randomBytes(12).toString('hex')}`
  const one = (text: string) => text.replace(/[\r\n]+/g, ' ')
  const recipients = input.bounced.flatMap((b) => [
    '',
    `Final-Recipient: rfc822; ${one(b.recipient)}`,
    `Action: ${one(b.action)}`,
    `Status: ${one(b.status)}`,
    `Diagnostic-Code: ${one(b.diagnostic)}`,
  ])
  const lines = [
    `From: <${one(input.sender)}>`,
    `To: <${one(input.to)}>`,
    'Subject: Delivery Status Notification (Failure)',
    `Date: ${rfc5322Date(input.at)}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    input.explanation ?? 'Your message could not be delivered to:',
    ...(input.explanation ? [] : input.bounced.map((b) => `  ${one(b.recipient)}`)),
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; inbound-smtp.${input.region}.amazonaws.com`,
    ...recipients,
    '',
    `--${boundary}--`,
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}
