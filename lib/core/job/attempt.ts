import { z } from 'zod'

/** A try of a job that failed. */
export interface Attempt {
  at: string
  message: string
}

const kept = 5
const longest = 1000

const Failed = z.object({ message: z.string(), at: z.iso.datetime().optional(), earlier: z.array(z.object({ at: z.string(), message: z.string() })).optional() })

/**
 * What a failed try leaves with its job: why, when, and the last five tries before it. `before`: what the try before left, in any form:
 * pg-boss itself writes `{value: {message}}` where a worker went away.
 */
export function failedTry(message: string, at: Date, before: unknown): { message: string; at: string; earlier: Attempt[] } {
  return { message: message.slice(0, longest), at: at.toISOString(), earlier: attemptsOf(before).slice(0, kept) }
}

/** The tries that a job's output tells of, the last one first; `at` is empty where it is not known. */
export function attemptsOf(output: unknown): Attempt[] {
  const own = Failed.safeParse(output).data ?? Failed.safeParse((output as { value?: unknown } | null)?.value).data
  return own ? [{ at: own.at ?? '', message: own.message }, ...(own.earlier ?? [])] : []
}
