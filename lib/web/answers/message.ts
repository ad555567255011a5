import { z } from 'zod'
import { verdictWords } from '@/lib/core/rules/verdict'
import { dispositions } from '@/lib/core/rules/trace'
import { instant, pageOf } from './page'
import { said } from './said'

const verdict = z.enum(verdictWords)

export const Message = z.object({
  id: z.uuid(),
  direction: z.enum(['in', 'out']),
  sesMessageId: z.string().nullable(),
  recipient: z.string().describe('The envelope recipient, lower-cased.'),
  mailFrom: z.string().describe('The envelope reverse-path; empty for the null reverse-path.'),
  from: z.string().describe('The address of the From field.'),
  fromName: z.string(),
  subject: z.string(),
  receivedAt: instant,
  size: z.number().int().describe('Bytes.'),
  verdicts: z.object({ spam: verdict, virus: verdict, spf: verdict, dkim: verdict, dmarc: verdict }),
  disposition: z.enum(dispositions),
  reason: z.string().describe('The rule or step that decided, in one sentence.'),
  reasonCode: said.nullable().describe('The same as key and values; null in older messages.'),
  matchedRules: z.array(z.string()),
})

export const MessagePage = pageOf(Message)

export const MessageDetail = Message.extend({
  dmarcPolicy: z.string().nullable(),
  ruleVersion: z.number().int().nullable().describe('The rule set version that decided.'),
  headerMessageId: z.string().describe('The Message-ID field.'),
  headers: z.array(z.object({ name: z.string(), value: z.string() })).describe('In order, decoded.'),
  text: z.string(),
  hasHtml: z.boolean(),
  attachments: z.array(z.looseObject({ filename: z.string().nullable(), contentType: z.string(), size: z.number().int() })),
  parseError: z.string().nullable().describe('Why the mail could not be parsed.'),
  events: z.array(z.object({ kind: z.string(), at: instant, data: z.record(z.string(), z.unknown()) })).describe('Oldest first.'),
})

export const TraceStep = z.object({
  kind: z.string(),
  name: z.string(),
  matched: z.boolean(),
  because: z.string().describe('The condition and the value it saw.'),
  outcome: z.string().describe('What ran and how it ended; empty where nothing ran.'),
  why: z.array(said).optional().describe('`because` as keys and values.'),
  outcomes: z.array(said).optional().describe('`outcome` as keys and values.'),
  rules: z.number().int().optional().describe('How many rules were not reached.'),
  ms: z.number(),
})

export const MessageTrace = z.object({
  run: z.number().int().describe('1 at receipt, one more for each replay; 0 where nothing has run.'),
  at: instant.nullable(),
  steps: z.array(TraceStep),
})

export const Volume = z.object({
  volume: z
    .object({
      unit: z.enum(['hour', 'day']),
      buckets: z.array(instant).describe('Starts of the hours or days, oldest first, without gaps.'),
      series: z.array(z.object({ disposition: z.string(), counts: z.array(z.number().int()) })),
      newestOnly: z.number().int().optional().describe('Only the newest so many were counted.'),
    })
    .nullable()
    .describe('null for a search in the text, and where nothing lies in the time.'),
})
