import { expect, it } from 'vitest'
import { z } from 'zod'

// Header injection: whatever of a caller's input may end in a header of a mail, by its field's name, over every schema of an input.
const bound = /^(name|description|subject|title|label|pseudonym|displayName|email|to|from|mailFrom|recipient|address|domain)$/
/** What is looked for or tried out, and never kept or mailed. */
const asked = /#(ListMessages|ExportMessages|LogPage|Simulate|ChangeList)\./
const modules = import.meta.glob<Record<string, unknown>>(['./*.ts', '../rules/rule.ts', '!./*.test.ts'], { eager: true })

interface Field {
  at: string
  schema: z.ZodType
}

/** Every field of an object schema, in lists and variants too. */
function fieldsOf(schema: unknown, at: string, seen = new Set<unknown>()): Field[] {
  if (!(schema instanceof z.ZodType) || seen.has(schema)) return []
  seen.add(schema)
  const { def } = schema._zod as unknown as { def: Record<string, unknown> }
  const inner = [def['innerType'], def['element'], def['in'], ...((def['options'] as unknown[] | undefined) ?? [])].flatMap((s) => fieldsOf(s, at, seen))
  const shape = def['type'] === 'object' ? Object.entries((schema as z.ZodObject).shape) : []
  return [...inner, ...shape.flatMap(([key, of]) => [{ at: `${at}.${key}`, schema: of as z.ZodType }, ...fieldsOf(of, `${at}.${key}`, seen)])]
}

const fields = Object.entries(modules).flatMap(([file, made]) => Object.entries(made).flatMap(([name, schema]) => fieldsOf(schema, `${file}#${name}`)))
const lines = fields.filter(({ at }) => bound.test(at.split('.').at(-1)!) && !asked.test(at))
/** Something that the field takes, to put a break into. */
const good = ['Anna', 'anna@people.example', 'people.example', 'List-Id']
const breaks = ['\r\nBcc: all@evil.example', '\nBcc: x', '\rBcc: x', '\u0000', '\u0085Bcc: x', '\u2028Bcc: x', '\u2029Bcc: x', '\u202egnp.exe']

it('finds the fields that it is about', () => {
  expect(lines.map(({ at }) => at)).toEqual(expect.arrayContaining(['./tenant.ts#NewTenant.name', './api-key.ts#NewApiKey.name', '../rules/rule.ts#RuleSet.rules.name', './account.ts#NewUser.email']))
})

it.each(lines)('$at is one line, or no text', ({ schema }) => {
  const fits = good.filter((text) => schema.safeParse(text).success)
  for (const text of fits) for (const bad of breaks) expect([bad, schema.safeParse(`${text}${bad}${text}`).success]).toEqual([bad, false])
})
