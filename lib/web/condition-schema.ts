import { verdictWords } from '@/lib/core/rules/verdict'

// Conditions nest, and zod's schema of them is unrolled to its greatest depth: the document says it with a reference to itself.
// A test holds this against the zod schema.

type Schema =
  | { $ref: string }
  | { type: 'string'; enum?: string[]; pattern?: string; description?: string; minLength?: number; maxLength?: number }
  | { type: 'array'; items: Schema; minItems?: number; maxItems?: number }
  | { type: 'object'; properties: Record<string, Schema>; required: string[]; additionalProperties: boolean }

const ops = ['equals', 'not_equals', 'starts_with', 'ends_with', 'contains']
const values: Schema = { type: 'array', items: { type: 'string', minLength: 1, maxLength: 1000 }, minItems: 1, maxItems: 100 }
const name: Schema = { type: 'string', pattern: '^[!-9;-~]{1,100}$', description: 'A header field name, such as List-Id.' }
const text = (words: readonly string[]): Schema => ({ type: 'string', enum: [...words] })

const object = (properties: Record<string, Schema>): Schema => ({ type: 'object', properties, required: Object.keys(properties), additionalProperties: false })
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
      values: { type: 'array', items: text(verdictWords), minItems: 1, maxItems: verdictWords.length },
    }),
    nested('all'),
    nested('any'),
    nested('none'),
  ],
}
