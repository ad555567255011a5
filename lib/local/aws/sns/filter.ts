import { z } from 'zod'
import type { MessageAttributes } from '@/lib/local/aws/sqs/message'
import { invalidParameter } from './errors'

/**
 * Filter policies ("Amazon SNS subscription filter policies"): every key must match, by any of its conditions. The scope is the
 * message's attributes, or its body where that is a JSON object. Not here, and refused: `$or`, `cidr`, `wildcard`.
 */
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])
const except = z.union([scalar, z.array(scalar), z.strictObject({ prefix: z.string() }), z.strictObject({ suffix: z.string() })])
const condition = z.union([
  scalar,
  z.strictObject({ prefix: z.string() }),
  z.strictObject({ suffix: z.string() }),
  z.strictObject({ 'equals-ignore-case': z.string() }),
  z.strictObject({ 'anything-but': except }),
  z.strictObject({ exists: z.boolean() }),
  z.strictObject({
    numeric: z
      .array(z.union([z.string(), z.number()]))
      .min(2)
      .max(4),
  }),
])
type Condition = z.infer<typeof condition>
type Scalar = z.infer<typeof scalar>
interface Policy {
  [key: string]: Condition[] | Policy
}
const policySchema: z.ZodType<Policy> = z.lazy(() => z.record(z.string(), z.union([z.array(condition).min(1), policySchema])))

/** Throws InvalidParameter. */
export function readFilter(text: string): Policy {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw invalidParameter('FilterPolicy: failed to parse JSON.')
  }
  const parsed = policySchema.safeParse(json)
  if (!parsed.success)
    throw invalidParameter(`FilterPolicy: ${parsed.error.issues[0]?.path.join('.') ?? ''}: not a condition that the local SNS knows`)
  for (const { numeric } of conditions(parsed.data)) checkRange(numeric)
  return parsed.data
}

const conditions = (policy: Policy): { numeric: (string | number)[] }[] =>
  Object.values(policy).flatMap((value) =>
    Array.isArray(value) ? value.flatMap((c) => (typeof c === 'object' && c !== null && 'numeric' in c ? [c] : [])) : conditions(value),
  )

const comparisons: Record<string, (a: number, b: number) => boolean> = {
  '=': (a, b) => a === b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

/** `["=", 5]`, or a lower and an upper bound: `[">", 0, "<=", 10]`. */
function checkRange(range: (string | number)[]): void {
  const wrong = range.length % 2 !== 0 || range.some((v, i) => (i % 2 === 0 ? comparisons[String(v)] === undefined : typeof v !== 'number'))
  if (wrong) throw invalidParameter('FilterPolicy: numeric must be pairs of a comparison and a number')
}

/** Whether a message passes. `scope` is FilterPolicyScope, MessageAttributes where not set. */
export function passes(
  text: string | undefined,
  scope: string | undefined,
  message: { body: string; attributes: MessageAttributes },
): boolean {
  if (text === undefined || text === '') return true
  const policy = readFilter(text)
  if (scope !== 'MessageBody')
    return matches(policy, Object.fromEntries(Object.entries(message.attributes).map(([k, a]) => [k, valuesOf(a)])))
  try {
    return matches(policy, JSON.parse(message.body))
  } catch {
    return false
  }
}

function valuesOf({ DataType, StringValue }: MessageAttributes[string]): unknown {
  if (StringValue === undefined) return undefined
  if (DataType.startsWith('Number')) return Number(StringValue)
  return DataType.startsWith('String.Array') ? (JSON.parse(StringValue) as unknown) : StringValue
}

function matches(policy: Policy, value: unknown): boolean {
  const object = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
  return Object.entries(policy).every(([key, wanted]) => {
    const has = Object.hasOwn(object, key) ? object[key] : undefined
    if (!Array.isArray(wanted)) return matches(wanted, has)
    const values: unknown[] = Array.isArray(has) ? has : has === undefined ? [] : [has]
    return wanted.some((c) => holds(c, values))
  })
}

function holds(wanted: Condition, values: unknown[]): boolean {
  if (typeof wanted !== 'object' || wanted === null) return values.includes(wanted)
  if ('exists' in wanted) return wanted.exists === values.length > 0
  if ('anything-but' in wanted) return values.length > 0 && values.every((v) => !excluded(wanted['anything-but'], v))
  return values.some((v) => {
    if ('numeric' in wanted) return typeof v === 'number' && inRange(wanted.numeric, v)
    if (typeof v !== 'string') return false
    if ('prefix' in wanted) return v.startsWith(wanted.prefix)
    if ('suffix' in wanted) return v.endsWith(wanted.suffix)
    return v.toLowerCase() === wanted['equals-ignore-case'].toLowerCase()
  })
}

function excluded(what: z.infer<typeof except>, value: unknown): boolean {
  if (Array.isArray(what)) return what.includes(value as Scalar)
  if (typeof what !== 'object' || what === null) return what === value
  return typeof value === 'string' && ('prefix' in what ? value.startsWith(what.prefix) : value.endsWith(what.suffix))
}

function inRange(range: (string | number)[], value: number): boolean {
  for (let i = 0; i < range.length; i += 2) {
    if (!comparisons[String(range[i])]?.(value, Number(range[i + 1]))) return false
  }
  return true
}
