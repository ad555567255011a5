import { expect, it } from 'vitest'
import { z } from 'zod'

// Mass assignment: no input hands on a field that its schema does not name. Strict objects refuse it, plain ones drop it; loose ones would
// let a caller write what only we may, such as `isOperator`.

const modules = import.meta.glob<Record<string, unknown>>(['./*.ts', '../rules/rule.ts', '!./*.test.ts'], { eager: true })
/** The browser's answer for a passkey, whose insides the library reads; nothing of it is stored as it came. */
const open = /#(PasskeyAnswer|NewPasskey)/

interface Shape {
  at: string
  schema: z.ZodObject
}

/** Every object schema in a schema, itself among them. */
function objectsOf(schema: unknown, at: string, seen = new Set<unknown>()): Shape[] {
  if (!(schema instanceof z.ZodType) || seen.has(schema)) return []
  seen.add(schema)
  const { def } = schema._zod as unknown as { def: Record<string, unknown> }
  const parts = [def['innerType'], def['element'], def['in'], def['out'], ...((def['options'] as unknown[] | undefined) ?? [])]
  const inner = parts.flatMap((part) => objectsOf(part, at, seen))
  if (def['type'] !== 'object') return inner
  const object = schema as z.ZodObject
  return [{ at, schema: object }, ...inner, ...Object.entries(object.shape).flatMap(([key, field]) => objectsOf(field, `${at}.${key}`, seen))]
}

const shapes = Object.entries(modules).flatMap(([file, made]) => Object.entries(made).flatMap(([name, schema]) => objectsOf(schema, `${file}#${name}`)))

it('finds the inputs', () => expect(shapes.map(({ at }) => at)).toEqual(expect.arrayContaining(['./account.ts#SignUp', './api-key.ts#NewApiKey', '../rules/rule.ts#RuleSet.rules'])))

it.each(shapes.filter(({ at }) => !open.test(at)))('$at hands on no field that it does not name', ({ schema }) => {
  const { catchall } = schema._zod.def
  expect(catchall === undefined || catchall instanceof z.ZodNever).toBe(true)
})
