import type { z } from 'zod'
import { Refusal, type FieldProblem } from '@/lib/core/access/refusal'

const wrong = 'The input is not right: see the fields named.'

/** Second beat of each service verb: input by its schema. Throws Refusal `invalid` with every problem and its path. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success) {
    const unkept = textsUnkept(parsed.data, [])
    if (unkept.length === 0) return parsed.data
    throw new Refusal('invalid', wrong, unkept)
  }
  throw new Refusal('invalid', wrong, problemsOf(parsed.error.issues, []))
}

// PostgreSQL's text and jsonb hold no NUL, and its UTF-8 no half of a surrogate pair: said here, it is the caller's to mend, not our error.
function textsUnkept(value: unknown, path: PropertyKey[]): FieldProblem[] {
  if (typeof value === 'string') return /\0|\p{Surrogate}/u.test(value) ? [problem(path, 'must be text without NUL and without halves of characters')] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsUnkept(inner, [...path, key]))
}

type Issue = z.core.$ZodIssue

function problemsOf(issues: readonly Issue[], above: PropertyKey[]): FieldProblem[] {
  return issues.flatMap((issue): FieldProblem[] => {
    const path = [...above, ...issue.path]
    if (issue.code === 'invalid_union' && issue.errors.length > 0) return nearest(issue.errors, path)
    // An unknown field stands where it was written, not at the object around it.
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => problem([...path, key], 'is not a field here: check its spelling'))
    const code: unknown = issue.code === 'custom' ? issue.params?.['code'] : undefined
    return [problem(path, issue.message, typeof code === 'string' ? code : undefined)]
  })
}

const problem = (path: PropertyKey[], message: string, code?: string): FieldProblem => ({
  path: path.map((p) => (typeof p === 'symbol' ? String(p) : p)),
  message,
  ...(code === undefined ? {} : { code }),
})

/** Of a union the form that the input is nearest to: the one with the fewest problems at its own level, then in all. */
function nearest(forms: readonly (readonly Issue[])[], path: PropertyKey[]): FieldProblem[] {
  const own = (problems: FieldProblem[]) => problems.filter((p) => p.path.length <= path.length + 1).length
  const all = forms.map((issues) => problemsOf(issues, path))
  return all.reduce((best, next) => (own(next) - own(best) || next.length - best.length) < 0 ? next : best)
}
