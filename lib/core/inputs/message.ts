import { z } from 'zod'
import { verdictWords } from '@/lib/core/rules/verdict'
import { dispositions } from '@/lib/core/rules/trace'
import { pageLimit } from './page'

// RFC 5321 §4.5.3.1: 64 octets of local part, 255 of domain.
const address = z.string().trim().toLowerCase().max(320, 'must have at most 320 characters')
const moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()], { error: 'must be an ISO 8601 date or date and time, such as 2026-11-24T09:00:00Z' })

/** Filters of the message log. Everything is optional; dates without a time are midnight UTC. */
export const ListMessages = z.strictObject({
  direction: z.enum(['in', 'out']).optional(),
  /** The envelope recipient, exact. */
  recipient: address.optional(),
  /** An address of the From field, or (without a local part) its domain. */
  from: address.optional(),
  /** Words of subject, addresses and text. */
  q: z.string().trim().max(200, 'must have at most 200 characters').optional(),
  disposition: z.enum(dispositions).optional(),
  spam: z.enum(verdictWords).optional(),
  virus: z.enum(verdictWords).optional(),
  spf: z.enum(verdictWords).optional(),
  dkim: z.enum(verdictWords).optional(),
  dmarc: z.enum(verdictWords).optional(),
  /** At or after. */
  since: moment.optional(),
  /** Before. */
  until: moment.optional(),
  limit: pageLimit,
  /** `nextCursor` of the page before. */
  cursor: z.uuid('must be the nextCursor of an earlier page').optional(),
})
export type ListMessages = z.input<typeof ListMessages>

/** The log's filters without paging. */
export const ExportMessages = ListMessages.omit({ limit: true, cursor: true })

/** A page of the console's log: also the way back, to the page of newer messages that ends right above `newer`. */
export const LogPage = ListMessages.extend({ newer: z.uuid('must be the first id of a later page').optional() })
export type LogPage = z.input<typeof LogPage>

/** A message's id in the API and in URLs is its delivery's id. */
export const MessageId = z.strictObject({ id: z.uuid('must be a message\'s id') })
export type MessageId = z.infer<typeof MessageId>
