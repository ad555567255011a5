import { verdictWords } from '@/lib/core/rules/rule'

// Conditions nest, and zod's schema of them is unrolled to its greatest depth: the document says it with a reference to itself.
// A test holds this against the zod schema.

const ops = ['equals', 'not_equals', 'starts_with', 'ends_with', 'contains']
const values = { type: 'array' as const, items: { type: 'string' as const, minLength: 1, maxLength: 1000 }, minItems: 1, maxItems: 100 }
const name = { type: 'string' as const, pattern: '^[!-9;-~]{1,100}$', description: 'A header field name, such as List-Id.' }
const text = (fields: string[]) => ({ type: 'string' as const, enum: fields })

const object = (properties: Record<string, object>) => ({
  type: 'object' as const,
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})
const nested = (word: string) => object({ [word]: { type: 'array', items: { $ref: '#/components/schemas/Condition' }, maxItems: 50 } })

export const conditionSchema = {
  description: 'A test of one field, or all, any or none of several conditions; nested at most five deep. `{"all": []}` matches every mail.',
  anyOf: [
    object({ field: text(['recipient', 'mailbox', 'mailFrom', 'from', 'subject']), op: text(ops), values }),
    object({ field: text(['header']), name, op: text(ops), values }),
    object({ field: text(['header']), name, op: text(['exists']) }),
    object({
      field: text(['verdict.spam', 'verdict.virus', 'verdict.spf', 'verdict.dkim', 'verdict.dmarc']),
      op: text(['equals', 'not_equals']),
      values: { type: 'array', items: text([...verdictWords]), minItems: 1, maxItems: verdictWords.length },
    }),
    nested('all'),
    nested('any'),
    nested('none'),
  ],
}
