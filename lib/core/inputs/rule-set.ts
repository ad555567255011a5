import { z } from 'zod'
import { Rule, RuleSet } from '@/lib/core/rules/rule'

/** A draft as it is saved. `ifRevision` names the revision it was made from; without it the last save wins. */
export const SaveDraft = RuleSet.extend({ ifRevision: z.number().int().min(0).optional() })
export type SaveDraft = z.input<typeof SaveDraft>

/** What is published: the draft, and of this revision, where one is named. */
export const PublishDraft = z.object({ ifRevision: z.coerce.number().int().min(0).optional() })
export type PublishDraft = z.input<typeof PublishDraft>

const name = z.string().min(1).max(64)

/** A change of the list of rules, by name. */
export const ChangeList = z.discriminatedUnion('do', [
  z.object({ do: z.literal('move'), name, to: z.coerce.number().int().min(0).max(200) }),
  z.object({ do: z.enum(['up', 'down', 'switch', 'delete', 'duplicate']), name }),
  z.object({ do: z.literal('add'), rule: Rule, at: z.coerce.number().int().min(0).max(200).optional() }),
])
export type ChangeList = z.input<typeof ChangeList>

/**
 * One rule as somebody wrote it. `was` is the rule as it stood when the writing began, null for a new one: where the draft has another
 * by now, two people wrote, and nothing is saved unless `force` says whose it shall be.
 */
export const EditRule = z.object({ was: Rule.nullable(), rule: z.unknown(), force: z.boolean().default(false) })
export type EditRule = z.input<typeof EditRule>

export const HitsSince = z.strictObject({ since: z.iso.datetime({ offset: true, error: 'must be an ISO 8601 date and time, such as 2027-01-31T00:00:00Z' }).optional() })

export const VersionNumber = z.object({ version: z.coerce.number().int().min(1).max(1_000_000_000) })
export type VersionNumber = z.input<typeof VersionNumber>
