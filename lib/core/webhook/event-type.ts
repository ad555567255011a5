import { z } from 'zod'
import { dispositions, type Disposition } from '@/lib/core/rules/trace'
import { verdictWords } from '@/lib/core/rules/verdict'

// What can be told to a tenant's own programs: a closed list. A new kind is written here, and emitted in its cause's transaction.

const instant = z.iso.datetime().describe('ISO 8601, UTC')
const message = {
  id: z.uuid().describe('The message in the API: GET /messages/{id}.'),
  recipient: z.string().describe('The envelope recipient, lower case.'),
  from: z.string().describe('The address of the From field.'),
  subject: z.string().describe('At most 1,000 characters of it.'),
  receivedAt: instant,
}
const word = z.enum(verdictWords)
const moved = { ...message, previous: z.enum(dispositions), disposition: z.enum(dispositions) }
const domain = { id: z.uuid(), name: z.string().describe('A-labels, lower case.') }

export const webhookEvents = {
  'message.received': {
    about: 'A delivery was taken in and came to its disposition.',
    data: z.object({
      ...message,
      mailFrom: z.string().describe('The envelope reverse-path; empty for the null reverse-path.'),
      verdicts: z.object({ spam: word, virus: word, spf: word, dkim: word, dmarc: word }),
      disposition: z.enum(dispositions),
      reason: z.string(),
      matchedRules: z.array(z.string()),
    }),
  },
  'message.released': { about: 'Somebody let a delivery out of quarantine.', data: z.object(moved) },
  'message.disposition_changed': { about: 'The rules ran again on a delivery, and it ended otherwise.', data: z.object({ ...moved, reason: z.string() }) },
  'domain.verified': { about: 'A domain was proved: it is yours, and takes mail.', data: z.object(domain) },
  'domain.failing': { about: "A verified domain's records or its identity at Amazon SES are gone. Mail is still taken.", data: z.object(domain) },
  'domain.recovered': { about: 'A failing domain is as it should be again.', data: z.object(domain) },
  'domain.lost': { about: 'A domain is no longer yours: its proof was gone for too long, or another tenant has given a fresh one.', data: z.object({ ...domain, reason: z.string() }) },
  'webhook.test': { about: 'Somebody asked for a test event. Every endpoint gets it, whatever it is set to.', data: z.object({ message: z.string() }) },
} as const satisfies Record<string, { about: string; data: z.ZodObject }>

export type WebhookType = keyof typeof webhookEvents
export const webhookTypes = Object.keys(webhookEvents) as WebhookType[]
/** Those that an endpoint can ask for. */
export const wantedTypes = webhookTypes.filter((t) => t !== 'webhook.test') as Exclude<WebhookType, 'webhook.test'>[]

/** A happening, to be told to whoever wants to hear of it. `source` names it: the same source is told once. */
export type Happening = { [T in WebhookType]: { type: T; source: string; at: Date; data: z.input<(typeof webhookEvents)[T]['data']> } }[WebhookType]

const longestSubject = 1000
const mostRules = 100

interface Told {
  id: string
  recipient: string
  fromAddress: string
  subject: string
  receivedAt: Date
}

/** What each event about a message says of it. */
export const messageData = ({ id, recipient, fromAddress, subject, receivedAt }: Told) => ({
  id,
  recipient,
  from: fromAddress,
  subject: Array.from(subject.slice(0, 2 * longestSubject)).slice(0, longestSubject).join(''),
  receivedAt: receivedAt.toISOString(),
})

export const ruleNames = (names: readonly string[]): string[] => names.slice(0, mostRules)

// Mail between two parties who must not know each other (relayed, or held on its way) never leaves to a program.
const secret: readonly string[] = ['relayed', 'held'] satisfies Disposition[]

/** Whether a webhook may tell of a delivery that ended so. */
export const mayTell = (disposition: string): boolean => !secret.includes(disposition)

/** The body of a request, by the Standard Webhooks specification ("Payload structure"). */
export const eventBody = ({ type, at, data }: Happening): string => JSON.stringify({ type, timestamp: at.toISOString(), data })
