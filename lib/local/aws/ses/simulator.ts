import { randomUUID } from 'node:crypto'

/** What becomes of a mail to one recipient, as events tell it. */
export type Outcome =
  | { event: 'Delivery'; body: Record<string, unknown> }
  | { event: 'Bounce'; body: Record<string, unknown> }
  | { event: 'Complaint'; body: Record<string, unknown> }

const SIMULATOR = 'simulator.amazonses.com'

/**
 * The events of a mail's recipients: the mailbox simulator's addresses (DG:send-an-email-from-console, labels after + allowed)
 * behave as SES says, every other destination takes the mail. One Delivery for each receiving domain.
 */
export function outcomes(recipients: string[], id: string, at: Date): Outcome[] {
  const timestamp = at.toISOString()
  const byDomain = new Map<string, string[]>()
  for (const r of recipients) {
    const domain = r.slice(r.lastIndexOf('@') + 1).toLowerCase()
    byDomain.set(domain, [...(byDomain.get(domain) ?? []), r])
  }
  return [...byDomain].flatMap(([domain, addresses]) => {
    if (domain !== SIMULATOR) return [delivery(addresses, timestamp, '250 2.0.0 OK')]
    return addresses.flatMap((address) => simulated(address, id, timestamp))
  })
}

function simulated(address: string, id: string, timestamp: string): Outcome[] {
  const [mailbox] = address.slice(0, address.lastIndexOf('@')).toLowerCase().split('+')
  const taken = delivery([address], timestamp, '250 2.6.0 Message received')
  const feedbackId = `0100${randomUUID()}-000000`
  switch (mailbox) {
    case 'bounce':
      return [bounce(address, timestamp, feedbackId, 'Permanent', 'General', 'smtp; 550 5.1.1 user unknown', '5.1.1')]
    case 'suppressionlist':
      return [
        bounce(address, timestamp, feedbackId, 'Permanent', 'Suppressed', 'Amazon SES has suppressed sending to this address', '5.1.1'),
      ]
    case 'ooto':
      return [taken, bounce(address, timestamp, feedbackId, 'Transient', 'General')]
    case 'complaint':
      return [
        taken,
        {
          event: 'Complaint',
          body: {
            feedbackId,
            complaintSubType: null,
            complainedRecipients: [{ emailAddress: address }],
            timestamp,
            userAgent: 'Amazon SES Mailbox Simulator',
            complaintFeedbackType: 'abuse',
            arrivalDate: timestamp,
          },
        },
      ]
    default:
      return [taken]
  }
}

const delivery = (recipients: string[], timestamp: string, smtpResponse: string): Outcome => ({
  event: 'Delivery',
  body: {
    timestamp,
    processingTimeMillis: 0,
    recipients,
    smtpResponse,
    remoteMtaIp: '127.0.0.1',
    reportingMTA: 'a0-0.smtp-out.amazonses.com',
  },
})

function bounce(
  emailAddress: string,
  timestamp: string,
  feedbackId: string,
  type: string,
  subType: string,
  diagnosticCode?: string,
  status?: string,
): Outcome {
  const report = diagnosticCode ? { action: 'failed', status, diagnosticCode } : {}
  return {
    event: 'Bounce',
    body: {
      feedbackId,
      bounceType: type,
      bounceSubType: subType,
      bouncedRecipients: [{ emailAddress, ...report }],
      timestamp,
      ...(diagnosticCode ? { reportingMTA: 'dsn; a0-0.smtp-out.amazonses.com', remoteMtaIp: '127.0.0.1' } : {}),
    },
  }
}
