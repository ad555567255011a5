import { z } from 'zod'
import { RuleSet } from '@/lib/core/rules/rule'

/** A draft as it is saved. `ifRevision` names the revision it was made from; without it the last save wins. */
export const SaveDraft = RuleSet.extend({ ifRevision: z.number().int().min(0).optional() })
export type SaveDraft = z.input<typeof SaveDraft>
